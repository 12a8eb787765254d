package io.github.bkd4j.evaluate;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.corpus.ClassCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The figures that have intervals and tests, in this order: micro-F1, macro-F1, and the mean F1 of each group. */
final class F1Figures {

    static final int MICRO = 0;
    static final int MACRO = 1;

    private static final int FIRST_GROUP = 2;
    private static final List<Group> GROUPS = List.of(Group.values());

    private final List<int[]> means = new ArrayList<>(); // [figures - 1][labels of the mean]

    F1Figures(List<String> labels, ClassCounts training) {
        means.add(IntStream.range(0, labels.size()).toArray());
        for (Group group : GROUPS) {
            means.add(MultiLabelScores.positions(group, labels, training));
        }
    }

    static int of(Group group) {
        return FIRST_GROUP + GROUPS.indexOf(group);
    }

    int size() {
        return 1 + means.size();
    }

    /** NaN for a group that has no label among the instances. */
    double[] of(LabelCounts counts) {
        double[] figures = new double[size()];
        figures[MICRO] = counts.microF1();
        for (int i = 0; i < means.size(); i++) {
            figures[MACRO + i] = counts.macroF1(means.get(i));
        }
        return figures;
    }

    /** Means over the runs of a system, for instances by their positions; one can come more than once. */
    double[] of(List<MultiLabelPredictions> runs, int[] instances) {
        double[] means = new double[size()];
        for (MultiLabelPredictions run : runs) {
            double[] figures = of(LabelCounts.of(run, IntStream.of(instances)));
            for (int i = 0; i < means.length; i++) {
                means[i] += figures[i] / runs.size();
            }
        }
        return means;
    }
}
