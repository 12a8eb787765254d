package io.github.bkd4j.evaluate;

import io.github.bkd4j.balance.Group;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One system against its rivals: raw tests, then Holm's correction of each figure over the rivals. */
final class MultiLabelComparisons {

    private final F1Figures figures;
    private final MultiLabelSystemScores system;
    private final List<MultiLabelSystemScores> rivals;
    private final List<double[]> pValues; // of each rival, [figures]

    private MultiLabelComparisons(
            F1Figures figures, MultiLabelSystemScores system, List<MultiLabelSystemScores> rivals) {
        this.figures = figures;
        this.system = system;
        this.rivals = rivals;
        this.pValues = rivals.stream()
                .map(rival ->
                        new ApproximateRandomisation(figures, system.predictions(), rival.predictions()).pValues())
                .toList();
    }

    static List<MultiLabelComparison> of(
            F1Figures figures, MultiLabelSystemScores system, List<MultiLabelSystemScores> rivals) {
        MultiLabelComparisons comparisons = new MultiLabelComparisons(figures, system, rivals);
        return IntStream.range(0, rivals.size()).mapToObj(comparisons::against).toList();
    }

    private MultiLabelComparison against(int rival) {
        List<Optional<Interval>> intervals = intervals(rivals.get(rival));
        Map<Group, Difference> groups = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            if (intervals.get(F1Figures.of(group)).isPresent()) {
                groups.put(group, difference(F1Figures.of(group), rival, intervals));
            }
        }
        return new MultiLabelComparison(
                system.system(),
                rivals.get(rival).system(),
                difference(F1Figures.MICRO, rival, intervals),
                difference(F1Figures.MACRO, rival, intervals),
                groups);
    }

    private List<Optional<Interval>> intervals(MultiLabelSystemScores rival) {
        List<MultiLabelPredictions> own = system.predictions();
        List<MultiLabelPredictions> others = rival.predictions();
        return InstanceBootstrap.intervals(own.get(0).size(), instances -> {
            double[] differences = figures.of(own, instances);
            double[] subtracted = figures.of(others, instances);
            for (int figure = 0; figure < differences.length; figure++) {
                differences[figure] -= subtracted[figure];
            }
            return differences;
        });
    }

    private Difference difference(int figure, int rival, List<Optional<Interval>> intervals) {
        return new Difference(intervals.get(figure).orElseThrow(), adjusted(figure, rival), raw(figure, rival));
    }

    private double raw(int figure, int rival) {
        return pValues.get(rival)[figure];
    }

    private double adjusted(int figure, int rival) {
        return Holm.adjusted(pValues.stream().map(ofRival -> ofRival[figure]).toList())
                .get(rival);
    }
}
