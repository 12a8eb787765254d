package io.github.bkd4j.evaluate;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.io.Checks;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.extern.slf4j.Slf4j;

/**
 * The results of several systems on the same test set. Immutable: adding a system returns a new evaluation.
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
     * Starts an empty evaluation. Warns about test classes absent from training, which no system can predict.
     *
     * @param <X> what is classified
     * @param test the truth, at least one instance
     * @param training instances of each class in the whole training set, which decide the groups
     * @return an evaluation without results
     * @throws IllegalArgumentException if the test set is empty
     * @throws CorpusException if training knows none of the test set's classes
     */
    public static <X> Evaluation<X> on(Corpus<X> test, ClassCounts training) {
        Checks.require(test.size() > 0, "test set must have at least one instance but had none");
        Evaluation<X> evaluation = new Evaluation<>(test, training, List.of());
        if (evaluation.occurring(training.labels()::contains).isEmpty()) {
            throw new CorpusException("the test set must have a class that training knows but had only "
                    + Warnings.some(evaluation.unknownClasses()) + " where training has "
                    + Warnings.some(training.labels()));
        }
        Warnings.ofUnknownClasses(evaluation.unknownClasses()).ifPresent(log::warn);
        return evaluation;
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

    /**
     * Adds a system without training metadata.
     *
     * @param system its name, not blank
     * @param predictor the system
     * @return this evaluation with one more result
     * @throws IllegalArgumentException if the name is blank or taken, or if {@link Predictions#of} refuses the
     *     predictions
     */
    public Evaluation<X> of(String system, Predictor<X> predictor) {
        return with(system, OptionalLong.empty(), predictor, OptionalDouble.empty(), OptionalLong.empty());
    }

    /**
     * Adds one run of a system; runs from other seeds have the same name.
     *
     * @param system its name, not blank
     * @param seed of its training
     * @param predictor the trained system
     * @param trainSeconds how long its training took, finite and at least 0
     * @param parameters number of trained parameters, at least 0
     * @return this evaluation with one more result
     * @throws IllegalArgumentException if an argument is out of range, the system has a result for the seed already, or
     *     {@link Predictions#of} refuses the predictions
     */
    public Evaluation<X> of(String system, long seed, Predictor<X> predictor, double trainSeconds, long parameters) {
        return with(
                system, OptionalLong.of(seed), predictor, OptionalDouble.of(trainSeconds), OptionalLong.of(parameters));
    }

    /**
     * Adds one run of a system with its seed as the only training metadata; runs from other seeds have the same name.
     *
     * @param system its name, not blank
     * @param seed of its training
     * @param predictor the trained system
     * @return this evaluation with one more result
     * @throws IllegalArgumentException if the name is blank, the system has a result for the seed already, or
     *     {@link Predictions#of} refuses the predictions
     */
    public Evaluation<X> of(String system, long seed, Predictor<X> predictor) {
        return with(system, OptionalLong.of(seed), predictor, OptionalDouble.empty(), OptionalLong.empty());
    }

    /**
     * Adds a system of known size without training metadata.
     *
     * @param system what the system is called, not blank
     * @param predictor the system
     * @param parameters number of its parameters, at least 0
     * @return an evaluation with one more result
     * @throws IllegalArgumentException if the system has a result already, or the predictor's logits are not finite
     */
    public Evaluation<X> of(String system, Predictor<X> predictor, long parameters) {
        return with(system, OptionalLong.empty(), predictor, OptionalDouble.empty(), OptionalLong.of(parameters));
    }

    private Evaluation<X> with(
            String system,
            OptionalLong seed,
            Predictor<X> predictor,
            OptionalDouble trainSeconds,
            OptionalLong parameters) {
        Predictions predictions = Predictions.of(predictor.predict(test.instances()), test);
        return with(new Result(system, seed, predictions, Scores.of(predictions, training), trainSeconds, parameters));
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
     * The results.
     *
     * @return one result per run, in the order in which they were added
     */
    public List<Result> results() {
        return results;
    }

    /**
     * The test set.
     *
     * @return the test set
     */
    public Corpus<X> test() {
        return test;
    }

    /**
     * The class counts that define the groups.
     *
     * @return instances of each class in the whole training set
     */
    public ClassCounts training() {
        return training;
    }

    /**
     * The systems.
     *
     * @return their names, in order of first appearance
     */
    public List<String> systems() {
        return results.stream().map(Result::system).distinct().toList();
    }

    /**
     * One system over all its seeds: means, with 95% confidence intervals.
     *
     * @param name one of {@link #systems()}
     * @return its scores
     * @throws IllegalArgumentException if there is no such system
     */
    public SystemScores system(String name) {
        List<Result> runs =
                results.stream().filter(run -> run.system().equals(name)).toList();
        Checks.require(!runs.isEmpty(), "system must be one of " + systems() + " but was " + name);
        return new SystemScores(runs, training);
    }

    /**
     * Compares one system with each of the others.
     *
     * @param system one of {@link #systems()}
     * @return one comparison per rival, in order of first appearance
     * @throws IllegalArgumentException if there is no such system
     */
    public List<Comparison> against(String system) {
        return against(
                system, systems().stream().filter(name -> !name.equals(system)).toList());
    }

    /**
     * Compares one system with some others by paired tests, corrected by {@link Holm} over the rivals for each figure.
     *
     * @param system one of {@link #systems()}
     * @param rivals others of them
     * @return one comparison per rival, in the order given
     * @throws IllegalArgumentException if there is no such system
     */
    public List<Comparison> against(String system, List<String> rivals) {
        return Comparisons.of(system(system), rivals.stream().map(this::system).toList());
    }

    /**
     * Test classes absent from training, which no system can predict.
     *
     * @return their names, in the order of the test set's labels
     */
    public List<String> unknownClasses() {
        return occurring(label -> !training.labels().contains(label));
    }

    /**
     * Warnings for the readers of the results: classes that a system never predicts, and classes too small for a
     * bootstrap. Classes absent from training are warned about at the start.
     *
     * @return sentences in lower case, without a full stop
     */
    public List<String> warnings() {
        ClassCounts counts = test.counts();
        List<String> small =
                occurring(label -> counts.count(counts.labels().indexOf(label)) < StratifiedBootstrap.FEWEST_INSTANCES);
        return Stream.concat(
                        systems().stream()
                                .flatMap(name -> Warnings.ofNeverPredicted(name, neverPredicted(name)).stream()),
                        Warnings.ofSmallClasses(small).stream())
                .toList();
    }

    private List<String> neverPredicted(String system) {
        Set<String> predicted = system(system).predicted();
        return occurring(label -> training.labels().contains(label) && !predicted.contains(label));
    }

    private List<String> occurring(Predicate<String> concerned) {
        ClassCounts counts = test.counts();
        return IntStream.range(0, counts.classes())
                .filter(c -> counts.count(c) > 0)
                .mapToObj(counts.labels()::get)
                .filter(concerned)
                .toList();
    }
}
