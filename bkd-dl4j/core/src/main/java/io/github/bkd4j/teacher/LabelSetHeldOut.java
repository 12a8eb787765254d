package io.github.bkd4j.teacher;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What the heads of one penalty say about instances that they have not learned from. */
final class LabelSetHeldOut {

    private final int position; // of the penalty
    private final int[][] sets; // [instances][labels of the instance]
    private final float[][] logits; // [instances, labels]
    private final HeadTemperature temperature = new HeadTemperature();
    private final int labels;

    LabelSetHeldOut(int position, int[][] sets, int labels) {
        this.position = position;
        this.sets = sets;
        this.labels = labels;
        this.logits = new float[sets.length][];
    }

    int position() {
        return position;
    }

    /** Takes the logits of instances by a head that learned under offsets, [labels]. */
    void add(int[] rows, float[][] predicted, double[] offsets) {
        for (int i = 0; i < rows.length; i++) {
            float[] row = predicted[i];
            int[] set = sets[rows[i]];
            logits[rows[i]] = row;
            temperature.add(scale -> surprise(row, set, offsets, scale));
        }
    }

    private static double surprise(float[] row, int[] set, double[] offsets, double scale) {
        double surprise = 0;
        for (int c = 0; c < row.length; c++) {
            surprise += LabelSetData.softplus(scale * row[c] + offsets[c]);
        }
        for (int label : set) {
            surprise -= scale * row[label] + offsets[label];
        }
        return surprise;
    }

    /** What logits are divided by so that the label sets are most likely. */
    double temperature() {
        return temperature.best();
    }

    /** The mean over the labels that at least two instances have: others are never both learned and scored. */
    double averagePrecision() {
        return IntStream.range(0, labels)
                .mapToDouble(this::averagePrecision)
                .filter(Double::isFinite)
                .average()
                .orElse(0);
    }

    private double averagePrecision(int label) {
        int[] ranked = IntStream.range(0, logits.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -logits[i][label]))
                .mapToInt(Integer::intValue)
                .toArray();
        int found = 0;
        double sum = 0;
        for (int rank = 0; rank < ranked.length; rank++) {
            if (Arrays.binarySearch(sets[ranked[rank]], label) >= 0) {
                found++;
                sum += (double) found / (rank + 1);
            }
        }
        return found < 2 ? Double.NaN : sum / found;
    }
}
