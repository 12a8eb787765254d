package io.github.bkd4j.evaluate;

import io.github.bkd4j.corpus.ClassCounts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Post-hoc logit adjustment of another predictor: {@code tau * log(prior)} is subtracted from each logit, the prior
 * being the class's share of the training instances. Menon et al., Long-tail Learning via Logit Adjustment, ICLR 2021,
 * equation 9.
 *
 * @param <X> what is classified: a {@link String} for text
 * @param predictor what is adjusted, trained with a plain loss
 * @param training instances of each class in training, at least one each
 * @param tau strength, finite and at least 0: 0 changes nothing, 1 asks for the best balanced accuracy
 */
public record LogitAdjusted<X>(Predictor<X> predictor, ClassCounts training, double tau) implements Predictor<X> {

    /**
     * Checks that every class has a prior.
     *
     * @param predictor see {@link LogitAdjusted}
     * @param training see {@link LogitAdjusted}
     * @param tau see {@link LogitAdjusted}
     * @throws IllegalArgumentException if {@code tau} is out of range or a class has no training instance
     */
    public LogitAdjusted {
        if (!(tau >= 0 && Double.isFinite(tau))) {
            throw new IllegalArgumentException("tau must be finite and >= 0 but was " + tau);
        }
        for (String label : training.labels()) {
            requireInstances(training, label);
        }
    }

    private static double requireInstances(ClassCounts training, String label) {
        int c = training.labels().indexOf(label);
        if (c < 0 || training.count(c) == 0) {
            throw new IllegalArgumentException(
                    "class '" + label + "' must have at least one training instance for logit adjustment but had 0");
        }
        return training.count(c);
    }

    /**
     * Scores every instance, then adjusts.
     *
     * @param instances what is classified
     * @return one row per instance, over the adjusted predictor's labels
     * @throws IllegalArgumentException if the predictor has a class that is not among the training counts, or is silent
     *     on an instance
     */
    @Override
    public Logits predict(List<X> instances) {
        Logits logits = predictor.predict(instances);
        logits.requireComplete();
        double[] shifts = logits.labels().stream().mapToDouble(this::shift).toArray(); // [classes]
        float[][] rows = IntStream.range(0, logits.size())
                .mapToObj(i -> shifted(logits.row(i), shifts))
                .toArray(float[][]::new); // [instances, classes]
        return new Logits(logits.labels(), rows);
    }

    private double shift(String label) {
        return tau * Math.log(requireInstances(training, label) / training.total());
    }

    private static float[] shifted(float[] row, double[] shifts) {
        float[] shifted = Arrays.copyOf(row, row.length);
        for (int c = 0; c < row.length; c++) {
            shifted[c] = (float) (row[c] - shifts[c]);
        }
        return shifted;
    }
}
