package io.github.bkd4j.loss;

import io.github.bkd4j.io.Checks;
import java.io.Serializable;
import java.util.List;

/**
 * How common the labels are.
 *
 * @param counts instances that have each label, {@code [labels]}
 * @param instances number of instances, at least each count
 */
record LabelPriors(List<Long> counts, long instances) implements Serializable {

    LabelPriors {
        counts = List.copyOf(counts);
        Checks.atLeast("instances", 1, instances);
        for (long count : counts) {
            Checks.require(
                    count >= 0 && count <= instances,
                    "counts must each be >= 0 and at most the instances, " + instances + ", but were " + counts);
        }
    }

    /**
     * {@code factor log(n / (N - n))} of each label: 0 for a label that no instance has, or every one, of which the
     * training says nothing.
     */
    double[] logOdds(double factor) {
        return counts.stream()
                .mapToDouble(n -> n == 0 || n == instances ? 0 : factor * Math.log((double) n / (instances - n)))
                .toArray();
    }
}
