package io.github.bkd4j.evaluate;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.balance.ShotGroups;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.io.Checks;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The scores of one trained system on one test set. Means over classes are means over the classes that occur in the
 * test set; every number is in [0, 1].
 *
 * @param accuracy share of the instances that are classified correctly
 * @param balancedAccuracy mean recall
 * @param macroF1 mean F1, 0 for a class without a true positive
 * @param microF1 F1 of all the classes that occur together: equal to accuracy, or below it if a class that does not
 *     occur was predicted
 * @param gMean geometric mean of the recalls, 0 if one is 0
 * @param top5 share of the instances whose class is among the five highest scores
 * @param groupRecalls mean recall of each group; without the groups that have no class in the test set
 * @param ece expected calibration error, over 15 bins of equal width of the top probability
 * @param classes precision, recall and F1 of each class that occurs in the test set, by name
 */
public record Scores(
        double accuracy,
        double balancedAccuracy,
        double macroF1,
        double microF1,
        double gMean,
        double top5,
        Map<Group, Double> groupRecalls,
        double ece,
        SortedMap<String, ClassScores> classes) {

    private static final int FIVE = 5;

    /**
     * Checks that all are shares.
     *
     * @param accuracy see {@link Scores}
     * @param balancedAccuracy see {@link Scores}
     * @param macroF1 see {@link Scores}
     * @param microF1 see {@link Scores}
     * @param gMean see {@link Scores}
     * @param top5 see {@link Scores}
     * @param groupRecalls see {@link Scores}
     * @param ece see {@link Scores}
     * @param classes see {@link Scores}
     * @throws IllegalArgumentException if a number is not in [0, 1]
     */
    public Scores {
        groupRecalls = Map.copyOf(groupRecalls);
        classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
        Checks.inUnitInterval("accuracy", accuracy);
        Checks.inUnitInterval("balanced accuracy", balancedAccuracy);
        Checks.inUnitInterval("macro-F1", macroF1);
        Checks.inUnitInterval("micro-F1", microF1);
        Checks.inUnitInterval("G-mean", gMean);
        Checks.inUnitInterval("top-5 accuracy", top5);
        Checks.inUnitInterval("expected calibration error", ece);
        groupRecalls.forEach((group, recall) -> Checks.inUnitInterval("recall of group " + group, recall));
    }

    /**
     * Compares logits with the truth. Classes are matched by name: a class of the test set that the logits do not know
     * has recall 0, and is in no group if training does not know it either.
     *
     * @param logits one row per instance of the test set
     * @param test the truth, at least one instance
     * @param training training instances of each class, which define the groups
     * @return the scores
     * @throws IllegalArgumentException as {@link Predictions#of} does
     */
    public static Scores of(Logits logits, Corpus<?> test, ClassCounts training) {
        return of(Predictions.of(logits, test), training);
    }

    /**
     * Compares predictions with the truth.
     *
     * @param predictions of a test set
     * @param training training instances of each class, which define the groups
     * @return the scores
     */
    public static Scores of(Predictions predictions, ClassCounts training) {
        ClassTotals totals = predictions.totals();
        SortedMap<String, ClassScores> classes = classes(predictions.labels(), totals);
        return new Scores(
                totals.accuracy(),
                totals.balancedAccuracy(),
                totals.macroF1(),
                totals.microF1(),
                totals.gMean(),
                predictions.topAccuracy(FIVE),
                groupRecalls(classes, training),
                Calibration.error(predictions),
                classes);
    }

    private static SortedMap<String, ClassScores> classes(List<String> labels, ClassTotals totals) {
        SortedMap<String, ClassScores> classes = new TreeMap<>();
        totals.present().forEach(c -> classes.put(labels.get(c), totals.scores(c)));
        return classes;
    }

    private static Map<Group, Double> groupRecalls(Map<String, ClassScores> classes, ClassCounts training) {
        ShotGroups groups = ShotGroups.of(training);
        Map<Group, Double> means = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            groups.classes(group).stream()
                    .map(c -> classes.get(training.labels().get(c)))
                    .filter(Objects::nonNull)
                    .mapToDouble(ClassScores::recall)
                    .average()
                    .ifPresent(mean -> means.put(group, mean));
        }
        return means;
    }

    /**
     * Mean recall of a group of classes.
     *
     * @param group by training instances
     * @return in [0, 1]; empty if none of its classes occurs in the test set
     */
    public OptionalDouble recall(Group group) {
        Double recall = groupRecalls.get(group);
        return recall == null ? OptionalDouble.empty() : OptionalDouble.of(recall);
    }
}
