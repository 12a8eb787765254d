package io.github.bkd4j.evaluate;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.io.Checks;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.extern.slf4j.Slf4j;

/**
 * The results of several systems on the same test set of instances with sets of labels. Immutable: adding a system
 * returns a new evaluation.
 *
 * <pre>{@code
 * MultiLabelEvaluation<String> evaluation = MultiLabelEvaluation.on(test, training.counts())
 *         .of("bce", 1, student, Thresholds.all(training.labels(), 0.5))
 *         .of("bkd", 1, balancedStudent, thresholds);
 * evaluation.against("bkd").get(0).macroF1().isBeyondChance();
 * }</pre>
 *
 * @param <X> what is classified: a {@link String} for text
 */
@Slf4j
public final class MultiLabelEvaluation<X> {

    private final MultiLabelCorpus<X> test;
    private final ClassCounts training;
    private final List<MultiLabelResult> results;
    private final Map<String, MultiLabelSystemScores> systems = new ConcurrentHashMap<>(); // resampling takes long
    private final Map<List<String>, List<MultiLabelComparison>> comparisons = new ConcurrentHashMap<>();

    private MultiLabelEvaluation(MultiLabelCorpus<X> test, ClassCounts training, List<MultiLabelResult> results) {
        this.test = test;
        this.training = training;
        this.results = results;
    }

    /**
     * Starts an empty evaluation. Warns about test labels absent from training, which no system can predict.
     *
     * @param <X> what is classified
     * @param test the truth, at least one instance with a label
     * @param training instances of each label in the whole training set, which decide the groups
     * @return an evaluation without results
     * @throws CorpusException if training knows none of the test set's labels
     */
    public static <X> MultiLabelEvaluation<X> on(MultiLabelCorpus<X> test, ClassCounts training) {
        MultiLabelEvaluation<X> evaluation = new MultiLabelEvaluation<>(test, training, List.of());
        if (evaluation.occurring(evaluation::isKnown).isEmpty()) {
            List<String> unknown = evaluation.unknownLabels();
            throw new CorpusException("the test set must have a label that training knows but had "
                    + (unknown.isEmpty() ? "none" : "only " + Warnings.some(unknown)) + " where training has "
                    + Warnings.some(training.labels()));
        }
        Warnings.ofUnknownLabels(evaluation.unknownLabels()).ifPresent(log::warn);
        return evaluation;
    }

    private boolean isKnown(String label) {
        int position = training.labels().indexOf(label);
        return position >= 0 && training.count(position) > 0;
    }

    /**
     * Adds a system without training metadata.
     *
     * @param system its name, not blank
     * @param predictor the system
     * @param thresholds from which probability on an instance has a label, one per label of the system
     * @return this evaluation with one more result
     * @throws IllegalArgumentException if the name is blank or taken, or as {@link MultiLabelPredictions#of} does
     */
    public MultiLabelEvaluation<X> of(String system, Predictor<X> predictor, Thresholds thresholds) {
        return with(system, OptionalLong.empty(), predictor, thresholds, OptionalDouble.empty(), OptionalLong.empty());
    }

    /**
     * Adds one run of a system with its seed as the only training metadata; runs from other seeds have the same name.
     *
     * @param system its name, not blank
     * @param seed of its training
     * @param predictor the trained system
     * @param thresholds from which probability on an instance has a label, one per label of the system
     * @return this evaluation with one more result
     * @throws IllegalArgumentException if the name is blank, the system has a result for the seed already, or as
     *     {@link MultiLabelPredictions#of} does
     */
    public MultiLabelEvaluation<X> of(String system, long seed, Predictor<X> predictor, Thresholds thresholds) {
        return with(system, OptionalLong.of(seed), predictor, thresholds, OptionalDouble.empty(), OptionalLong.empty());
    }

    /**
     * Adds one run of a system; runs from other seeds have the same name.
     *
     * @param system its name, not blank
     * @param seed of its training; empty if unknown
     * @param predictor the trained system
     * @param thresholds from which probability on an instance has a label, one per label of the system
     * @param trainSeconds how long its training took, finite and at least 0; empty if unknown
     * @param parameters number of trained parameters, at least 0; empty if unknown
     * @return this evaluation with one more result
     * @throws IllegalArgumentException if an argument is out of range, the system has a result for the seed already, or
     *     as {@link MultiLabelPredictions#of} does
     */
    public MultiLabelEvaluation<X> with(
            String system,
            OptionalLong seed,
            Predictor<X> predictor,
            Thresholds thresholds,
            OptionalDouble trainSeconds,
            OptionalLong parameters) {
        Logits logits = predictor.predict(test.instances());
        MultiLabelPredictions predictions = MultiLabelPredictions.of(logits, thresholds, test);
        MultiLabelScores scores = MultiLabelScores.of(predictions, new Ranking(logits, test), training);
        return with(new MultiLabelResult(system, seed, predictions, scores, trainSeconds, parameters));
    }

    private MultiLabelEvaluation<X> with(MultiLabelResult result) {
        if (results.stream().anyMatch(other -> isSameRun(other, result))) {
            throw new IllegalArgumentException("system '" + result.system()
                    + "' must have one result per seed but had two"
                    + (result.seed().isPresent() ? " for seed " + result.seed().getAsLong() : " without a seed"));
        }
        return new MultiLabelEvaluation<>(
                test,
                training,
                Stream.concat(results.stream(), Stream.of(result)).toList());
    }

    private static boolean isSameRun(MultiLabelResult one, MultiLabelResult other) {
        return one.system().equals(other.system()) && one.seed().equals(other.seed());
    }

    /**
     * The results.
     *
     * @return one result per run, in the order in which they were added
     */
    public List<MultiLabelResult> results() {
        return results;
    }

    /**
     * The test set.
     *
     * @return the test set
     */
    public MultiLabelCorpus<X> test() {
        return test;
    }

    /**
     * The counts that define the groups.
     *
     * @return instances of each label in the whole training set
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
        return results.stream().map(MultiLabelResult::system).distinct().toList();
    }

    /**
     * One system over all its seeds: means, with 95% confidence intervals.
     *
     * @param name one of {@link #systems()}
     * @return its scores
     * @throws IllegalArgumentException if there is no such system
     */
    public MultiLabelSystemScores system(String name) {
        List<MultiLabelResult> runs =
                results.stream().filter(run -> run.system().equals(name)).toList();
        Checks.require(!runs.isEmpty(), "system must be one of " + systems() + " but was " + name);
        return systems.computeIfAbsent(name, known -> new MultiLabelSystemScores(runs, figures(runs)));
    }

    /**
     * One run by itself, with its confidence intervals.
     *
     * @param result one of {@link #results()}
     * @return its scores
     */
    public MultiLabelSystemScores only(MultiLabelResult result) {
        List<MultiLabelResult> runs = List.of(result);
        return new MultiLabelSystemScores(runs, figures(runs));
    }

    private F1Figures figures(List<MultiLabelResult> runs) {
        return new F1Figures(runs.get(0).predictions().labels(), training);
    }

    /**
     * Compares one system with each of the others.
     *
     * @param system one of {@link #systems()}
     * @return one comparison per rival, in order of first appearance
     * @throws IllegalArgumentException if there is no such system, or two know other labels
     */
    public List<MultiLabelComparison> against(String system) {
        return against(
                system, systems().stream().filter(name -> !name.equals(system)).toList());
    }

    /**
     * Compares one system with some others by paired tests, corrected by {@link Holm} over the rivals for each figure.
     *
     * @param system one of {@link #systems()}
     * @param rivals others of them
     * @return one comparison per rival, in the order given
     * @throws IllegalArgumentException if there is no such system, or two know other labels
     */
    public List<MultiLabelComparison> against(String system, List<String> rivals) {
        MultiLabelSystemScores own = system(system);
        List<MultiLabelSystemScores> others = rivals.stream().map(this::system).toList();
        return comparisons.computeIfAbsent(
                Stream.concat(Stream.of(system), rivals.stream()).toList(),
                names -> MultiLabelComparisons.of(figures(own.runs()), own, others));
    }

    /**
     * Test labels absent from training, which no system can predict.
     *
     * @return their names, in the order of the test set's labels
     */
    public List<String> unknownLabels() {
        return occurring(label -> !isKnown(label));
    }

    /**
     * Warnings for the readers of the results: labels that a system never predicts. Labels absent from training are
     * warned about at the start.
     *
     * @return sentences in lower case, without a full stop
     */
    public List<String> warnings() {
        return systems().stream()
                .flatMap(name -> Warnings.ofNeverPredicted(name, neverPredicted(name)).stream())
                .toList();
    }

    private List<String> neverPredicted(String system) {
        return occurring(label -> isKnown(label)
                && results.stream()
                        .filter(run -> run.system().equals(system))
                        .map(run -> run.scores().labels().get(label))
                        .allMatch(scores -> scores == null || scores.predictions() == 0));
    }

    private List<String> occurring(Predicate<String> concerned) {
        ClassCounts counts = test.counts();
        return IntStream.range(0, counts.classes())
                .filter(label -> counts.count(label) > 0)
                .mapToObj(counts.labels()::get)
                .filter(concerned)
                .toList();
    }
}
