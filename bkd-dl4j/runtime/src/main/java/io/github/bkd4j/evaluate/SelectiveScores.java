package io.github.bkd4j.evaluate;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.corpus.ClassCounts;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How a classifier that may abstain does on a test set.
 *
 * @param coverage share of the instances that are answered, in [0, 1]
 * @param accuracy share of the answers that are right, in [0, 1]: selective accuracy; empty if nothing is answered
 */
public record SelectiveScores(double coverage, OptionalDouble accuracy) {

    /**
     * Scores over all instances.
     *
     * @param predictions of the classifier
     * @param abstention which of them are answers
     * @param training instances of each class in training, which decide the groups
     * @return coverage and selective accuracy
     */
    public static SelectiveScores of(Predictions predictions, Abstention abstention, ClassCounts training) {
        return of(predictions, abstention.answered(predictions, training), i -> true)
                .orElseThrow();
    }

    /**
     * Scores over the instances that are predicted to be of a group of classes.
     *
     * @param predictions of the classifier
     * @param abstention which of them are answers
     * @param training instances of each class in training, which decide the groups
     * @param group many, medium or few
     * @return coverage and selective accuracy; empty if no instance is predicted to be of the group
     */
    public static Optional<SelectiveScores> of(
            Predictions predictions, Abstention abstention, ClassCounts training, Group group) {
        Map<String, Group> groups = Abstention.groups(training);
        return of(
                predictions,
                abstention.answered(predictions, training),
                i -> groups.get(predictions.labels().get(predictions.predicted(i))) == group);
    }

    private static Optional<SelectiveScores> of(Predictions predictions, int[] answered, IntPredicate meant) {
        long all = IntStream.range(0, predictions.size()).filter(meant).count();
        int[] answers = Arrays.stream(answered).filter(meant).toArray();
        OptionalDouble accuracy = Arrays.stream(answers)
                .mapToDouble(i -> predictions.isRight(i) ? 1 : 0)
                .average();
        return all == 0 ? Optional.empty() : Optional.of(new SelectiveScores((double) answers.length / all, accuracy));
    }
}
