package io.github.bkd4j.evaluate;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.balance.Partition;
import io.github.bkd4j.balance.ShotGroups;
import io.github.bkd4j.corpus.ClassCounts;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * From which confidence on a classifier answers: one threshold, or one for each group of classes, many-, medium- and
 * few-shot. The group is that of the predicted class.
 *
 * <pre>{@code
 * Abstention abstention = Abstention.choose(AbstentionGoal.of("precision=0.95"), predictions);
 * abstention.answers(Group.FEW, classification.confidence());
 * }</pre>
 *
 * @param goal what the thresholds were chosen for
 * @param threshold from 0, or {@link AbstentionGoal#NEVER}; for all groups that have none of their own
 * @param byGroup thresholds of groups; may be empty
 */
public record Abstention(AbstentionGoal goal, double threshold, Map<Group, Double> byGroup) {

    /**
     * Checks and copies the thresholds.
     *
     * @param goal see {@link Abstention}
     * @param threshold see {@link Abstention}
     * @param byGroup see {@link Abstention}
     * @throws IllegalArgumentException if a threshold is negative or NaN, or a group is not one by shots
     */
    public Abstention {
        byGroup = Map.copyOf(byGroup);
        requireThreshold("threshold", threshold);
        byGroup.forEach((group, own) -> {
            requireThreshold("threshold of " + group, own);
            if (!Partition.SHOTS.groups().contains(group)) {
                throw new IllegalArgumentException(
                        "group must be one of " + Partition.SHOTS.groups() + " but was " + group);
            }
        });
    }

    private static void requireThreshold(String name, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(name + " must be >= 0 but was " + value);
        }
    }

    /**
     * Chooses one threshold.
     *
     * @param goal what it is to reach
     * @param validation predictions for instances that the classifier has not learnt from
     * @return the smallest threshold that reaches the goal
     */
    public static Abstention choose(AbstentionGoal goal, Predictions validation) {
        return new Abstention(goal, threshold(goal, validation, i -> true).orElseThrow(), Map.of());
    }

    /**
     * Chooses a threshold for each group, and one for classes that no group has, or whose group is never predicted.
     *
     * @param goal what each group is to reach
     * @param validation predictions for instances that the classifier has not learnt from
     * @param training instances of each class in training, which decide the groups
     * @return the smallest thresholds that reach the goal
     */
    public static Abstention chooseByGroup(AbstentionGoal goal, Predictions validation, ClassCounts training) {
        Map<String, Group> groups = groups(training);
        Map<Group, Double> byGroup = new EnumMap<>(Group.class);
        for (Group group : Partition.SHOTS.groups()) {
            threshold(goal, validation, i -> groups.get(predicted(validation, i)) == group)
                    .ifPresent(threshold -> byGroup.put(group, threshold));
        }
        return new Abstention(goal, choose(goal, validation).threshold(), byGroup);
    }

    private static Optional<Double> threshold(AbstentionGoal goal, Predictions validation, IntPredicate meant) {
        int[] kept = IntStream.range(0, validation.size()).filter(meant).toArray();
        if (kept.length == 0) {
            return Optional.empty();
        }
        double[] confidences =
                IntStream.of(kept).mapToDouble(validation::confidence).toArray();
        boolean[] right = new boolean[kept.length];
        for (int i = 0; i < kept.length; i++) {
            right[i] = validation.isRight(kept[i]);
        }
        return Optional.of(goal.threshold(confidences, right));
    }

    private static String predicted(Predictions predictions, int instance) {
        return predictions.labels().get(predictions.predicted(instance));
    }

    /**
     * The groups by shots.
     *
     * @param training instances of each class in training
     * @return the group of each class that has an instance, by its name
     */
    public static Map<String, Group> groups(ClassCounts training) {
        ShotGroups shots = ShotGroups.of(training);
        Map<String, Group> groups = new HashMap<>();
        for (Group group : Partition.SHOTS.groups()) {
            shots.classes(group).forEach(c -> groups.put(training.labels().get(c), group));
        }
        return groups;
    }

    /**
     * Whether a prediction is an answer.
     *
     * @param group of the predicted class; null for a class without a group
     * @param confidence probability of the predicted class
     * @return false if the classifier abstains
     */
    public boolean answers(@Nullable Group group, double confidence) {
        return confidence >= (group == null ? threshold : byGroup.getOrDefault(group, threshold));
    }

    /**
     * The predictions that are answers.
     *
     * @param predictions of the classifier
     * @param training instances of each class in training, which decide the groups
     * @return positions of the instances, ascending
     */
    public int[] answered(Predictions predictions, ClassCounts training) {
        Map<String, Group> groups = groups(training);
        return IntStream.range(0, predictions.size())
                .filter(i -> answers(groups.get(predicted(predictions, i)), predictions.confidence(i)))
                .toArray();
    }
}
