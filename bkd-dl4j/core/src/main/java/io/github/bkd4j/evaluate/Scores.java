package io.github.bkd4j.evaluate;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.balance.ShotGroups;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What one system is worth on one test set. Means over classes are means over the classes that occur in the test set;
 * every number is in [0, 1].
 *
 * @param accuracy share of the instances whose top class is theirs
 * @param balancedAccuracy mean recall
 * @param macroF1 mean F1, 0 for a class never predicted rightly
 * @param groupRecalls mean recall of each group; without the groups that have no class in the test set
 * @param ece expected calibration error, over 15 bins of equal width of the top probability
 * @param recalls recall of each class that occurs in the test set, by name
 */
public record Scores(
        double accuracy,
        double balancedAccuracy,
        double macroF1,
        Map<Group, Double> groupRecalls,
        double ece,
        SortedMap<String, Double> recalls) {

    /**
     * Checks that all are shares.
     *
     * @param accuracy see {@link Scores}
     * @param balancedAccuracy see {@link Scores}
     * @param macroF1 see {@link Scores}
     * @param groupRecalls see {@link Scores}
     * @param ece see {@link Scores}
     * @param recalls see {@link Scores}
     * @throws IllegalArgumentException if a number is not in [0, 1]
     */
    public Scores {
        groupRecalls = Map.copyOf(groupRecalls);
        recalls = Collections.unmodifiableSortedMap(new TreeMap<>(recalls));
        requireShare("accuracy", accuracy);
        requireShare("balanced accuracy", balancedAccuracy);
        requireShare("macro-F1", macroF1);
        requireShare("expected calibration error", ece);
        groupRecalls.forEach((group, recall) -> requireShare("recall of group " + group, recall));
        recalls.forEach((label, recall) -> requireShare("recall of class '" + label + "'", recall));
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1] but was " + value);
        }
    }

    /**
     * Compares predictions with the truth. Classes are matched by name: a class of the test set that the logits do not
     * know has recall 0, and is in no group if training does not know it either.
     *
     * @param logits one row an instance of the test set
     * @param test the truth, at least one instance
     * @param training training instances of each class, which decide the groups
     * @return the scores
     * @throws IllegalArgumentException if the test set is empty, or the logits are not one row an instance, are silent
     *     on one, or one of them is not finite
     */
    public static Scores of(Logits logits, Corpus<?> test, ClassCounts training) {
        requireInstances(test);
        requireOneFiniteRowAnInstance(logits, test);
        int[] truth = test.classes();
        int[] predicted = predicted(logits, test.labels());
        Confusion confusion = new Confusion(test.labels().size(), truth, predicted);
        SortedMap<String, Double> recalls = recalls(confusion, test.labels());
        return new Scores(
                confusion.accuracy(),
                confusion.balancedAccuracy(),
                confusion.macroF1(),
                groupRecalls(recalls, training),
                CalibrationError.of(logits, i -> predicted[i] == truth[i]),
                recalls);
    }

    static void requireInstances(Corpus<?> test) {
        if (test.size() == 0) {
            throw new IllegalArgumentException("test set must have at least one instance but had none");
        }
    }

    private static void requireOneFiniteRowAnInstance(Logits logits, Corpus<?> test) {
        if (logits.size() != test.size()) {
            throw new IllegalArgumentException(
                    "logits must have one row an instance, " + test.size() + ", but had " + logits.size());
        }
        logits.requireComplete();
        for (int i = 0; i < logits.size(); i++) {
            requireFinite(logits, i);
        }
    }

    private static void requireFinite(Logits logits, int instance) {
        float[] row = logits.row(instance);
        for (int c = 0; c < row.length; c++) {
            if (!Float.isFinite(row[c])) {
                throw new IllegalArgumentException("logits of instance " + instance + " must be finite but class '"
                        + logits.labels().get(c) + "' had " + row[c]);
            }
        }
    }

    /** Positions in the test set's labels, [instances]; -1 where it does not know the class. */
    private static int[] predicted(Logits logits, List<String> testLabels) {
        int[] inTest = logits.labels().stream().mapToInt(testLabels::indexOf).toArray(); // [classes of the logits]
        return IntStream.range(0, logits.size()).map(i -> inTest[logits.top(i)]).toArray();
    }

    private static SortedMap<String, Double> recalls(Confusion confusion, List<String> labels) {
        SortedMap<String, Double> recalls = new TreeMap<>();
        confusion.present().forEach(c -> recalls.put(labels.get(c), confusion.recall(c)));
        return recalls;
    }

    private static Map<Group, Double> groupRecalls(Map<String, Double> recalls, ClassCounts training) {
        ShotGroups groups = ShotGroups.of(training);
        Map<Group, Double> means = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            groups.classes(group).stream()
                    .map(c -> recalls.get(training.labels().get(c)))
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
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
