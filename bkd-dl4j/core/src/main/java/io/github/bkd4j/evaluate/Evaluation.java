package io.github.bkd4j.evaluate;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.extern.slf4j.Slf4j;

/**
 * The results of one system after the other on the same test set. Immutable: each system makes a new evaluation.
 *
 * <pre>{@code
 * Evaluation<String> evaluation = Evaluation.on(test, training.counts())
 *         .of("teacher", teacher)
 *         .of("student", student);
 * evaluation.results().get(1).scores().balancedAccuracy();
 * }</pre>
 *
 * @param <X> what is classified: a {@link String} for text
 */
@Slf4j
public final class Evaluation<X> {

    private final Corpus<X> test;
    private final ClassCounts training;
    private final List<Result> results;

    private Evaluation(Corpus<X> test, ClassCounts training, List<Result> results) {
        this.test = test;
        this.training = training;
        this.results = results;
    }

    /**
     * Begins without a system. Warns of the classes of the test set that training does not know: nobody can be right
     * about them.
     *
     * @param <X> what is classified
     * @param test the truth, at least one instance
     * @param training instances of each class in the whole training set, which decide the groups
     * @return an evaluation without results
     * @throws IllegalArgumentException if the test set is empty
     */
    public static <X> Evaluation<X> on(Corpus<X> test, ClassCounts training) {
        Scores.requireInstances(test);
        warnOfUnknownClasses(test, training);
        return new Evaluation<>(test, training, List.of());
    }

    /**
     * Starts an evaluation on the test split, with the counts of the training split.
     *
     * @param <X> what is classified
     * @param splits the test split has at least one instance
     * @return an evaluation without results
     * @throws IllegalArgumentException if the test split has no instance
     */
    public static <X> Evaluation<X> on(Splits<X> splits) {
        return on(splits.test(), splits.train().counts());
    }

    private static void warnOfUnknownClasses(Corpus<?> test, ClassCounts training) {
        ClassCounts counts = test.counts();
        String unknown = IntStream.range(0, counts.classes())
                .filter(c -> counts.count(c) > 0)
                .mapToObj(counts.labels()::get)
                .filter(label -> !training.labels().contains(label))
                .collect(Collectors.joining("', '"));
        if (!unknown.isEmpty()) {
            log.warn("test classes that training does not know count as recall 0: '{}'", unknown);
        }
    }

    /**
     * Adds a system about whose training nothing is known.
     *
     * @param system its name, not blank
     * @param predictor the system
     * @return this evaluation with one more result
     * @throws IllegalArgumentException if the name is blank or taken, or if {@link Scores#of} refuses the predictions
     */
    public Evaluation<X> of(String system, Predictor<X> predictor) {
        return with(new Result(
                system, OptionalLong.empty(), scores(predictor), OptionalDouble.empty(), OptionalLong.empty()));
    }

    /**
     * Adds one run of a system; runs from other seeds bear the same name.
     *
     * @param system its name, not blank
     * @param seed what its training started from
     * @param predictor the trained system
     * @param trainSeconds how long its training took, finite and at least 0
     * @param parameters how many trained numbers it has, at least 0
     * @return this evaluation with one more result
     * @throws IllegalArgumentException if an argument is out of range, the system has a result for the seed already, or
     *     {@link Scores#of} refuses the predictions
     */
    public Evaluation<X> of(String system, long seed, Predictor<X> predictor, double trainSeconds, long parameters) {
        return with(new Result(
                system,
                OptionalLong.of(seed),
                scores(predictor),
                OptionalDouble.of(trainSeconds),
                OptionalLong.of(parameters)));
    }

    /**
     * Scores a system whose size is known, but not how it was trained.
     *
     * @param system what the system is called, not blank
     * @param predictor the system
     * @param parameters number of its parameters, at least 0
     * @return an evaluation with one more result
     * @throws IllegalArgumentException if the system has a result already, or the predictor's logits are not finite
     */
    public Evaluation<X> of(String system, Predictor<X> predictor, long parameters) {
        return with(new Result(
                system, OptionalLong.empty(), scores(predictor), OptionalDouble.empty(), OptionalLong.of(parameters)));
    }

    private Scores scores(Predictor<X> predictor) {
        return Scores.of(predictor.predict(test), test, training);
    }

    private Evaluation<X> with(Result result) {
        if (results.stream().anyMatch(other -> isSameRun(other, result))) {
            throw new IllegalArgumentException("system '" + result.system()
                    + "' must have one result a seed but had two"
                    + (result.seed().isPresent() ? " for seed " + result.seed().getAsLong() : " without a seed"));
        }
        return new Evaluation<>(
                test,
                training,
                Stream.concat(results.stream(), Stream.of(result)).toList());
    }

    private static boolean isSameRun(Result one, Result other) {
        return one.system().equals(other.system()) && one.seed().equals(other.seed());
    }

    /**
     * What was measured.
     *
     * @return one result a run, in the order in which they were added
     */
    public List<Result> results() {
        return results;
    }
}
