package io.github.bkd4j.teacher;

import io.github.bkd4j.kernel.LogSumExp;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The mean logit-adjusted loss of a linear head (Menon et al., ICLR 2021, equation 10). Vectors of names are added to
 * the sum, those of a class together as one instance, but count neither in the mean nor in the prior. A class without
 * an instance takes no part.
 *
 * @param vectors [instances, dimension]
 * @param truth [instances]
 * @param weights [instances], over the number of those that are no names
 * @param offsets [classes], tau log prior; negative infinity for a class without an instance
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HeadLoss(float[][] vectors, int[] truth, double[] weights, double[] offsets) {

    /** Without names. */
    static HeadLoss of(float[][] vectors, int[] truth, int classes, double tau) {
        double[] offsets = new double[classes];
        for (int c : truth) {
            offsets[c]++;
        }
        Arrays.setAll(
                offsets, c -> offsets[c] == 0 ? Double.NEGATIVE_INFINITY : tau * Math.log(offsets[c] / truth.length));
        double[] weights = new double[truth.length];
        Arrays.fill(weights, 1.0 / truth.length);
        return new HeadLoss(vectors, truth, weights, offsets);
    }

    /** The same with the names of classes that occur: those of a class together weigh as much as one instance. */
    HeadLoss withNames(float[][] names, int[] classes) {
        int[] kept = IntStream.range(0, classes.length)
                .filter(name -> occurs(classes[name]))
                .toArray();
        int all = truth.length + kept.length;
        float[][] allVectors = Arrays.copyOf(vectors, all);
        int[] allTruth = Arrays.copyOf(truth, all);
        double[] allWeights = Arrays.copyOf(weights, all);
        for (int i = 0; i < kept.length; i++) {
            int c = classes[kept[i]];
            allVectors[truth.length + i] = names[kept[i]];
            allTruth[truth.length + i] = c;
            long ofClass = Arrays.stream(classes).filter(other -> other == c).count();
            allWeights[truth.length + i] = 1.0 / ofClass / truth.length;
        }
        return new HeadLoss(allVectors, allTruth, allWeights, offsets);
    }

    boolean occurs(int c) {
        return Double.isFinite(offsets[c]);
    }

    /** As a function of the parameters, without a penalty. */
    LinearLoss linear() {
        return LinearLoss.of(vectors, offsets.length, this::loss);
    }

    /** The loss on one instance when its logits are scaled. */
    double surprise(float[] logits, int label, double scale) {
        double[] row = new double[logits.length];
        for (int c = 0; c < row.length; c++) {
            row[c] = scale * logits[c] + offsets[c];
        }
        return LogSumExp.of(row) - row[label];
    }

    private double loss(int instance, float[] logits) {
        double[] row = new double[offsets.length];
        for (int c = 0; c < row.length; c++) {
            row[c] = logits[c] + offsets[c];
        }
        int label = truth[instance];
        double ofLabel = row[label];
        double loss = LogSumExp.softmax(row, 1, row) - ofLabel;
        for (int c = 0; c < row.length; c++) {
            logits[c] = (float) ((row[c] - (c == label ? 1 : 0)) * weights[instance]);
        }
        return loss * weights[instance];
    }
}
