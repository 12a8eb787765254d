package io.github.bkd4j.evaluate;

import io.github.bkd4j.io.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A paired test of figures that are no means over instances, such as F1: the two systems' answers are swapped for
 * random instances, and the p-value is the share of the swaps after which the figures lie at least as far apart as they
 * do (Noreen, Computer-Intensive Methods for Testing Hypotheses, 1989; Yeh, More Accurate Tests for the Statistical
 * Significance of Result Differences, COLING 2000). The observed order counts as one of the swaps.
 *
 * <p>Runs are paired in their order; the runs of the system that has fewer come again. An instance is swapped in all
 * pairs at once.
 */
final class ApproximateRandomisation {

    private static final int SWAPS = 9_999;
    private static final long SEED = 7;
    private static final double ROUNDING = 1e-12;

    private final F1Figures figures;
    private final int instances;
    private final List<Pair> pairs = new ArrayList<>();

    ApproximateRandomisation(F1Figures figures, List<MultiLabelPredictions> first, List<MultiLabelPredictions> second) {
        this.figures = figures;
        this.instances = first.get(0).size();
        int count = leastCommonMultiple(first.size(), second.size());
        for (int run = 0; run < count; run++) {
            MultiLabelPredictions one = first.get(run % first.size());
            MultiLabelPredictions other = second.get(run % second.size());
            Checks.require(
                    one.hasTruthOf(other) && one.labels().equals(other.labels()),
                    "systems must be compared on the same test set and labels but theirs differ");
            pairs.add(new Pair(one, other));
        }
    }

    private static int leastCommonMultiple(int one, int other) {
        int multiple = one;
        while (multiple % other != 0) {
            multiple += one;
        }
        return multiple;
    }

    /** Two runs, the counts of the instances on which they agree, and those on which they do not. */
    private static final class Pair {

        private final MultiLabelPredictions one;
        private final MultiLabelPredictions other;
        private final LabelCounts agreed;
        private final int[] differing;

        Pair(MultiLabelPredictions one, MultiLabelPredictions other) {
            this.one = one;
            this.other = other;
            this.agreed = LabelCounts.of(one, IntStream.range(0, one.size()).filter(i -> one.agreesWith(other, i)));
            this.differing = IntStream.range(0, one.size())
                    .filter(i -> !one.agreesWith(other, i))
                    .toArray();
        }

        void addDifference(F1Figures figures, boolean[] swapped, double[] sums) {
            LabelCounts ofOne = agreed.copy();
            LabelCounts ofOther = agreed.copy();
            for (int i : differing) {
                (swapped[i] ? ofOther : ofOne).add(one, i);
                (swapped[i] ? ofOne : ofOther).add(other, i);
            }
            double[] first = figures.of(ofOne);
            double[] second = figures.of(ofOther);
            for (int figure = 0; figure < sums.length; figure++) {
                sums[figure] += first[figure] - second[figure];
            }
        }
    }

    /** The two-sided p-value of each figure, {@code [figures]}; 1 for one that the test set does not have. */
    double[] pValues() {
        boolean[] swapped = new boolean[instances];
        double[] observed = differences(swapped); // [figures]
        int[] asFar = new int[observed.length];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int swap = 0; swap < SWAPS; swap++) {
            for (int i = 0; i < instances; i++) {
                swapped[i] = random.nextBoolean();
            }
            double[] differences = differences(swapped);
            for (int figure = 0; figure < observed.length; figure++) {
                // not <, so that NaN counts as far
                asFar[figure] += Math.abs(differences[figure]) < Math.abs(observed[figure]) - ROUNDING ? 0 : 1;
            }
        }
        return IntStream.of(asFar).mapToDouble(far -> (far + 1.0) / (SWAPS + 1)).toArray();
    }

    private double[] differences(boolean[] swapped) {
        double[] sums = new double[figures.size()];
        pairs.forEach(pair -> pair.addDifference(figures, swapped, sums));
        return sums;
    }
}
