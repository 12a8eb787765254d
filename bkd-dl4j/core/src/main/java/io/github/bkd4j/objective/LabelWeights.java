package io.github.bkd4j.objective;

import io.github.bkd4j.corpus.ClassCounts;
import java.util.List;

/**
 * Weights of labels by the effective number of instances, {@code (1 - beta) / (1 - beta^n)} (Cui et al., CVPR 2019,
 * equation 4).
 *
 * @param beta in [0, 1)
 */
record LabelWeights(double beta) {

    /** The weight of n instances; of none that of one. */
    private double weight(long n) {
        double instances = Math.max(1, n);
        return (1 - beta) / (1 - Math.pow(beta, instances));
    }

    /** One per label, of mean 1, [labels]. */
    List<Double> normalised(ClassCounts counts) {
        double mean = counts.stream().mapToDouble(this::weight).average().orElseThrow();
        return counts.stream().mapToDouble(n -> weight(n) / mean).boxed().toList();
    }

    /** Weight where a label is present over weight where it is absent, [labels]; 1 if no instance has it, or all. */
    List<Double> ratios(ClassCounts counts, long instances) {
        return counts.stream()
                .mapToDouble(n -> n == 0 || n == instances ? 1 : weight(n) / weight(instances - n))
                .boxed()
                .toList();
    }
}
