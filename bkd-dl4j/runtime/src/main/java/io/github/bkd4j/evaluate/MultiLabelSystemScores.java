package io.github.bkd4j.evaluate;

import io.github.bkd4j.balance.Group;
import java.util.List;
import java.util.Optional;

/**
 * The scores of one system over all its seeds, on a test set of instances with sets of labels: means over its runs,
 * with 95% confidence intervals by a bootstrap of the instances. A label that no instance of a resample has is left out
 * of the resample's means. An interval covers the sampling of the test set, not the variance between seeds. Where many
 * labels have a handful of test instances, intervals of macro-F1 are somewhat too narrow, and may lie beside the
 * estimate: rare labels are often those that a resample lacks. Immutable.
 */
public final class MultiLabelSystemScores extends RunScores<MultiLabelResult> {

    private final List<Optional<Interval>> intervals; // of the F1Figures

    /** Joins at least one run on one test set. */
    MultiLabelSystemScores(List<MultiLabelResult> runs, F1Figures figures) {
        super(runs);
        List<MultiLabelPredictions> predictions = predictions();
        this.intervals =
                InstanceBootstrap.intervals(predictions.get(0).size(), instances -> figures.of(predictions, instances));
    }

    List<MultiLabelPredictions> predictions() {
        return runs().stream().map(MultiLabelResult::predictions).toList();
    }

    /**
     * F1 of all decisions together.
     *
     * @return with its interval
     */
    public Interval microF1() {
        return intervals.get(F1Figures.MICRO).orElseThrow();
    }

    /**
     * Mean F1 over the labels that occur in the test set.
     *
     * @return with its interval
     */
    public Interval macroF1() {
        return intervals.get(F1Figures.MACRO).orElseThrow();
    }

    /**
     * Mean F1 over the labels of a group.
     *
     * @param group by training instances
     * @return empty if no label of the group occurs in the test set
     */
    public Optional<Interval> f1(Group group) {
        return intervals.get(F1Figures.of(group));
    }
}
