package io.github.bkd4j.evaluate;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.io.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Post-hoc logit adjustment of another predictor: {@code tau * log(prior)} is subtracted from each logit, the prior
 * being the class's share of the training instances. Menon et al., Long-tail Learning via Logit Adjustment, ICLR 2021,
 * equation 9.
 *
 * @param <X> what is classified: a {@link String} for text
 * @param predictor the predictor to adjust, trained with an unweighted loss
 * @param training instances of each class in training, at least one each
 * @param tau strength, finite and at least 0: 0 changes nothing, 1 optimises balanced accuracy
 */
public record LogitAdjusted<X>(Predictor<X> predictor, ClassCounts training, double tau) implements Predictor<X> {

    private static final String PURPOSE = "for logit adjustment";

    /**
     * Checks that every class has a prior.
     *
     * @param predictor see {@link LogitAdjusted}
     * @param training see {@link LogitAdjusted}
     * @param tau see {@link LogitAdjusted}
     * @throws IllegalArgumentException if {@code tau} is out of range or a class has no training instance
     */
    public LogitAdjusted {
        Checks.finiteAtLeastZero("tau", tau);
        training.requireEach(PURPOSE);
    }

    /**
     * Scores every instance, then adjusts.
     *
     * @param instances what is classified
     * @return one row per instance, over the adjusted predictor's labels
     * @throws IllegalArgumentException if the predictor has a class that is not among the training counts, or has no
     *     prediction for an instance
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
        int c = training.labels().indexOf(label);
        Checks.require(
                c >= 0, "class '" + label + "' must have at least one training instance " + PURPOSE + " but had 0");
        return tau * Math.log((double) training.count(c) / training.total());
    }

    private static float[] shifted(float[] row, double[] shifts) {
        float[] shifted = Arrays.copyOf(row, row.length);
        for (int c = 0; c < row.length; c++) {
            shifted[c] = (float) (row[c] - shifts[c]);
        }
        return shifted;
    }
}
