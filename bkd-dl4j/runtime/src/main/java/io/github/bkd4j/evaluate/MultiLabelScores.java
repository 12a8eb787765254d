package io.github.bkd4j.evaluate;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.balance.ShotGroups;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.io.Checks;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The scores of one trained system on one test set of instances with sets of labels. Means over labels are means over
 * the labels that occur in the test set; every number is in [0, 1]. Numbers are those of scikit-learn, where it has
 * them.
 *
 * @param microF1 F1 of all decisions, whether an instance has a label, together
 * @param macroF1 mean over the labels of F1, 0 for a label without a true positive
 * @param groupF1s mean F1 of the labels of each group; without the groups that have no label in the test set
 * @param macroAveragePrecision mean over the labels of the average precision, the area below precision against recall
 *     as a step function
 * @param precisionAt by k: mean over the instances of the share of the k labels scored highest that are true
 * @param recallAt by k: mean over the instances with a label of the share of its labels among the k scored highest
 * @param subsetAccuracy share of the instances that are given their true labels and no others
 * @param hammingLoss share of the decisions, instances times labels, that are wrong
 * @param labelRankingAveragePrecision mean over the instances of the mean over its labels of the share of true labels
 *     among those scored as high; 1 for an instance without a label
 * @param labels precision, recall and F1 of each label that occurs in the test set, by name
 */
public record MultiLabelScores(
        double microF1,
        double macroF1,
        Map<Group, Double> groupF1s,
        double macroAveragePrecision,
        SortedMap<Integer, Double> precisionAt,
        SortedMap<Integer, Double> recallAt,
        double subsetAccuracy,
        double hammingLoss,
        double labelRankingAveragePrecision,
        SortedMap<String, ClassScores> labels) {

    /** For which numbers of labels precision and recall are taken. */
    public static final List<Integer> DEPTHS = List.of(1, 3, 5);

    /**
     * Checks that all are shares.
     *
     * @param microF1 see {@link MultiLabelScores}
     * @param macroF1 see {@link MultiLabelScores}
     * @param groupF1s see {@link MultiLabelScores}
     * @param macroAveragePrecision see {@link MultiLabelScores}
     * @param precisionAt see {@link MultiLabelScores}
     * @param recallAt see {@link MultiLabelScores}
     * @param subsetAccuracy see {@link MultiLabelScores}
     * @param hammingLoss see {@link MultiLabelScores}
     * @param labelRankingAveragePrecision see {@link MultiLabelScores}
     * @param labels see {@link MultiLabelScores}
     * @throws IllegalArgumentException if a number is not in [0, 1]
     */
    public MultiLabelScores {
        groupF1s = Map.copyOf(groupF1s);
        precisionAt = Collections.unmodifiableSortedMap(new TreeMap<>(precisionAt));
        recallAt = Collections.unmodifiableSortedMap(new TreeMap<>(recallAt));
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        Checks.inUnitInterval("micro-F1", microF1);
        Checks.inUnitInterval("macro-F1", macroF1);
        groupF1s.forEach((group, f1) -> Checks.inUnitInterval("F1 of group " + group, f1));
        Checks.inUnitInterval("macro average precision", macroAveragePrecision);
        precisionAt.forEach((k, precision) -> Checks.inUnitInterval("precision at " + k, precision));
        recallAt.forEach((k, recall) -> Checks.inUnitInterval("recall at " + k, recall));
        Checks.inUnitInterval("subset accuracy", subsetAccuracy);
        Checks.inUnitInterval("Hamming loss", hammingLoss);
        Checks.inUnitInterval("label ranking average precision", labelRankingAveragePrecision);
    }

    /**
     * Compares logits with the truth. Labels are matched by name: one of the test set that the logits do not know has
     * F1 0, and is in no group if training does not know it either.
     *
     * @param logits one row per instance of the test set
     * @param thresholds one per label of the logits
     * @param test the truth, at least one instance and one label
     * @param training training instances of each label, which define the groups
     * @return the scores
     * @throws IllegalArgumentException if no instance has a label, or as {@link MultiLabelPredictions#of} does
     */
    public static MultiLabelScores of(
            Logits logits, Thresholds thresholds, MultiLabelCorpus<?> test, ClassCounts training) {
        return of(MultiLabelPredictions.of(logits, thresholds, test), new Ranking(logits, test), training);
    }

    static MultiLabelScores of(MultiLabelPredictions predictions, Ranking ranking, ClassCounts training) {
        List<String> labels = predictions.labels();
        LabelCounts counts = LabelCounts.of(predictions, IntStream.range(0, predictions.size()));
        SortedMap<String, ClassScores> present = new TreeMap<>();
        for (int label = 0; label < labels.size(); label++) {
            if (counts.isPresent(label)) {
                present.put(labels.get(label), counts.scores(label));
            }
        }
        Checks.require(!present.isEmpty(), "test set must have at least one label but had none");
        return new MultiLabelScores(
                counts.microF1(),
                counts.macroF1(IntStream.range(0, labels.size()).toArray()),
                groupF1s(counts, labels, training),
                ranking.macroAveragePrecision(),
                byDepth(ranking::precisionAt),
                byDepth(ranking::recallAt),
                (double) IntStream.range(0, predictions.size())
                                .filter(predictions::isRight)
                                .count()
                        / predictions.size(),
                counts.errors() / ((double) predictions.size() * labels.size()),
                ranking.labelRankingAveragePrecision(),
                present);
    }

    private static Map<Group, Double> groupF1s(LabelCounts counts, List<String> labels, ClassCounts training) {
        Map<Group, Double> means = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            double mean = counts.macroF1(positions(group, labels, training));
            if (!Double.isNaN(mean)) {
                means.put(group, mean);
            }
        }
        return means;
    }

    /** The labels of a group that predictions are of. */
    static int[] positions(Group group, List<String> labels, ClassCounts training) {
        return ShotGroups.of(training).classes(group).stream()
                .mapToInt(c -> labels.indexOf(training.labels().get(c)))
                .filter(position -> position >= 0)
                .toArray();
    }

    private static SortedMap<Integer, Double> byDepth(IntToDoubleFunction figure) {
        SortedMap<Integer, Double> byDepth = new TreeMap<>();
        DEPTHS.forEach(k -> byDepth.put(k, figure.applyAsDouble(k)));
        return byDepth;
    }

    /**
     * Mean F1 of a group of labels.
     *
     * @param group by training instances
     * @return in [0, 1]; empty if none of its labels occurs in the test set
     */
    public OptionalDouble f1(Group group) {
        Double f1 = groupF1s.get(group);
        return f1 == null ? OptionalDouble.empty() : OptionalDouble.of(f1);
    }
}
