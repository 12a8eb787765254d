package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a {@link MultiLabelHead} learns from.
 *
 * @param vectors of the instances and of the names of labels
 * @param sets labels of each instance, [instances][labels of the instance]
 * @param labels how many there are
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LabelSetData(HeadVectors vectors, int[][] sets, int labels) {

    static <X> LabelSetData of(
            MultiLabelCorpus<X> training,
            List<Labeled<X>> names,
            Function<List<X>, float[][]> vectors,
            IntToDoubleFunction weight) {
        return new LabelSetData(
                HeadVectors.of(training.instances(), training.labels(), names, vectors, weight),
                IntStream.range(0, training.size()).mapToObj(training::labelsOf).toArray(int[][]::new),
                training.labels().size());
    }

    /** tau log(n / (N - n)) of each label over some instances, [labels]; 0 for one that none of them has, or all. */
    double[] offsets(int[] rows, double tau) {
        double[] counts = new double[labels];
        for (int row : rows) {
            for (int label : sets[row]) {
                counts[label]++;
            }
        }
        return Arrays.stream(counts)
                .map(n -> n == 0 || n == rows.length ? 0 : tau * Math.log(n / (rows.length - n)))
                .toArray();
    }

    /** The mean loss on some instances, standardised by them, and on the names of labels; without a penalty. */
    LinearLoss loss(int[] rows, Standardised standardised, double tau) {
        double[] offsets = offsets(rows, tau);
        float[][] all = Stream.of(standardised.of(vectors.rows(rows)), standardised.of(vectors.names()))
                .flatMap(Stream::of)
                .toArray(float[][]::new);
        return LinearLoss.of(
                all,
                labels,
                (i, logits) -> i < rows.length
                        ? loss(logits, sets[rows[i]], offsets, 1.0 / rows.length)
                        : nameLoss(logits, vectors.named()[i - rows.length], offsets, 1.0 / rows.length));
    }

    private static double loss(float[] logits, int[] set, double[] offsets, double weight) {
        double loss = 0;
        for (int label : set) {
            loss -= logits[label] + offsets[label];
        }
        for (int c = 0; c < logits.length; c++) {
            double s = logits[c] + offsets[c];
            loss += softplus(s);
            logits[c] = (float) (weight * sigmoid(s));
        }
        for (int label : set) {
            logits[label] -= (float) weight;
        }
        return weight * loss;
    }

    /** Nothing is known of the other labels. */
    private static double nameLoss(float[] logits, int label, double[] offsets, double weight) {
        double s = logits[label] + offsets[label];
        Arrays.fill(logits, 0);
        logits[label] = (float) (weight * (sigmoid(s) - 1));
        return weight * softplus(-s);
    }

    static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
