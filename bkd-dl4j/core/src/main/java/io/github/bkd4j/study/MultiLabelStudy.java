package io.github.bkd4j.study;

import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabelFolds;
import io.github.bkd4j.corpus.MultiLabelSplits;
import io.github.bkd4j.distill.MultiLabelDistillation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.MultiLabelEvaluation;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.evaluate.Thresholds;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.model.MultiLabelClassifier;
import io.github.bkd4j.report.History;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * Trials on one corpus of texts with sets of labels beside one teacher: what {@link Study} is for one class per text.
 * Not for several threads at once: the teachers are trained when first needed, and kept.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class MultiLabelStudy {

    /** Folds of a cross-validation. */
    public static final int FOLDS = 3;

    private final MultiLabelSplits<String> splits;
    private final long seed;
    private final MultiLabelTeacher recipe;
    private final Function<MultiLabelSplits<String>, List<String>> unlabelled;
    private final TrialStore store;
    private final StudyListener listener;

    private final Map<TeacherObjective, MultiLabelTeacher.Taught> teachers = new EnumMap<>(TeacherObjective.class);
    private final List<MultiLabelStudy> folds = new ArrayList<>(); // made once
    private @Nullable List<String> texts; // unlabelled ones, made once

    /**
     * A study that has no unlabelled texts, keeps nothing and tells nobody.
     *
     * @param splits what is learned from, what tells when to stop, and what everything is scored on
     * @param seed of the teachers, and the first of the trials
     * @param recipe where the teachers come from; a teacher is trained only if a trial needs it
     * @return a study
     */
    public static MultiLabelStudy of(MultiLabelSplits<String> splits, long seed, MultiLabelTeacher recipe) {
        return new MultiLabelStudy(splits, seed, recipe, any -> List.of(), TrialStore.none(), StudyListener.SILENT);
    }

    /**
     * The same with more texts for the teacher to label, from which the trials that have a teacher learn too.
     *
     * @param made made from the splits of the study, or from those of a fold; the same ones each time
     * @return a copy
     */
    public MultiLabelStudy withUnlabelled(Function<MultiLabelSplits<String>, List<String>> made) {
        return new MultiLabelStudy(splits, seed, recipe, made, store, listener);
    }

    /**
     * The same with finished trials kept.
     *
     * @param other where they are kept
     * @return a copy
     */
    public MultiLabelStudy withStore(TrialStore other) {
        return new MultiLabelStudy(splits, seed, recipe, unlabelled, other, listener);
    }

    /**
     * The same with a listener.
     *
     * @param other told how it goes
     * @return a copy
     */
    public MultiLabelStudy withListener(StudyListener other) {
        return new MultiLabelStudy(splits, seed, recipe, unlabelled, store, other);
    }

    private MultiLabelStudy on(MultiLabelSplits<String> others) {
        return new MultiLabelStudy(others, seed, recipe, unlabelled, store, listener);
    }

    /**
     * What is learned from and scored.
     *
     * @return the splits
     */
    public MultiLabelSplits<String> splits() {
        return splits;
    }

    /**
     * The teacher of a trial, trained if need be.
     *
     * @param objective what it is trained for
     * @return the teacher of the training split
     */
    public MultiLabelTeacher.Taught teacher(TeacherObjective objective) {
        return teachers.computeIfAbsent(objective(objective), needed -> recipe.teach(splits.train(), needed, seed));
    }

    /** The texts without a label from which the trials that have a teacher learn too; made once. */
    private List<String> unlabelled() {
        if (texts == null) {
            texts = unlabelled.apply(splits);
        }
        return texts;
    }

    /**
     * Trains the student of a trial.
     *
     * @param trial any
     * @param trialSeed of the training
     * @param checkpoint where the training keeps its state and resumes from, or null
     * @return the student, with thresholds of 0.5
     * @throws IllegalArgumentException if the training refuses its plan
     */
    public MultiLabelClassifier student(MultiLabelTrial trial, long trialSeed, @Nullable Path checkpoint) {
        try (StudyListener.Monitor monitor = listener.training(trial.name(), trialSeed)) {
            MultiLabelDistillation plan = new MultiLabelDistillation(
                    trial.network(), trial.objective(), trial.schedule(), trialSeed, monitor, checkpoint);
            return trial.objective().needsTeacher()
                    ? plan.distill(recipe.name(), teacher(trial.teacher()).and(unlabelled()), splits, unlabelled())
                    : plan.train(splits);
        }
    }

    /**
     * What the student of a trial predicts for the test split: kept, or trained.
     *
     * @param trial any
     * @param trialSeed of the training
     * @return its logits, and how long its training took
     * @throws IllegalArgumentException if the training refuses its plan
     */
    TrialResult run(MultiLabelTrial trial, long trialSeed) {
        Supplier<Fingerprint> inputs = inputs(trial, trialSeed);
        Optional<TrialResult> kept = store.find(inputs);
        kept.ifPresent(result -> listener.kept(trial.name(), trialSeed));
        return kept.orElseGet(() -> {
            TrialResult result = trained(trial, trialSeed);
            store.keep(inputs, splits.test(), result);
            return result;
        });
    }

    private TrialResult trained(MultiLabelTrial trial, long trialSeed) {
        if (trial.objective().needsTeacher()) {
            teacher(trial.teacher()).and(unlabelled()); // takes no time of the trial
        }
        long start = System.nanoTime();
        MultiLabelClassifier student = student(trial, trialSeed, null);
        return new TrialResult(
                student.predict(splits.test().instances()),
                (System.nanoTime() - start) / 1e9,
                student.parameters(),
                new History(trial.name(), trialSeed, Map.of()),
                splits.train().counts());
    }

    private Supplier<Fingerprint> inputs(MultiLabelTrial trial, long trialSeed) {
        return () -> {
            Fingerprint alone = Fingerprint.of()
                    .with("label sets", trial.fingerprint())
                    .with("seed", trialSeed)
                    .with("training", fingerprint(splits.train()))
                    .with("validation", fingerprint(splits.validation()))
                    .with("test", fingerprint(splits.test()));
            return trial.objective().needsTeacher()
                    ? alone.with("teacher", recipe.fingerprint(trial.teacher()))
                            .with("seed of the teacher", seed)
                            .withTexts("unlabelled", unlabelled())
                    : alone;
        };
    }

    /** Labels without a text count too. */
    private static Fingerprint fingerprint(MultiLabelCorpus<String> corpus) {
        return Fingerprint.of().with("texts", corpus.fingerprint()).withTexts("labels", corpus.labels());
    }

    /**
     * Trains each trial from several seeds, and scores all of them and their teachers on the test split. Thresholds are
     * chosen once per system, without the test split; see {@link #thresholds}.
     *
     * @param trials at least one, each with a name of its own
     * @param seeds how many, at least 1: that of the study and those after it
     * @param rule how thresholds are chosen
     * @return the scores
     * @throws IllegalArgumentException if there is no trial or no seed, two trials have one name, or a training refuses
     *     its plan
     */
    public MultiLabelEvaluation<String> compare(List<MultiLabelTrial> trials, int seeds, ThresholdRule rule) {
        Checks.atLeast("seeds", 1, seeds);
        requireNames(trials);
        MultiLabelEvaluation<String> evaluation =
                MultiLabelEvaluation.on(splits.test(), splits.train().counts());
        for (TeacherObjective objective : needed(trials)) {
            evaluation = scored(evaluation, objective, rule);
        }
        for (MultiLabelTrial trial : trials) {
            Thresholds thresholds = thresholds(trial, rule);
            for (long each = seed; each < seed + seeds; each++) {
                TrialResult result = run(trial, each);
                evaluation = evaluation.with(
                        trial.name(),
                        OptionalLong.of(each),
                        any -> result.logits(),
                        thresholds,
                        OptionalDouble.of(result.seconds()),
                        OptionalLong.of(result.parameters()));
            }
        }
        return evaluation;
    }

    private static void requireNames(List<MultiLabelTrial> trials) {
        List<String> names = trials.stream().map(MultiLabelTrial::name).toList();
        Checks.require(
                !names.isEmpty() && names.stream().distinct().count() == names.size(),
                "trials must be at least one, each of another name, but were " + names);
    }

    private Set<TeacherObjective> needed(List<MultiLabelTrial> trials) {
        Set<TeacherObjective> needed = EnumSet.noneOf(TeacherObjective.class);
        trials.stream()
                .filter(trial -> trial.objective().needsTeacher())
                .forEach(trial -> needed.add(objective(trial.teacher())));
        return needed;
    }

    private TeacherObjective objective(TeacherObjective wanted) {
        return recipe.isTrained() ? wanted : TeacherObjective.CROSS_ENTROPY;
    }

    /**
     * Adds the scores of the teacher to an evaluation, if it can predict for any text.
     *
     * @param evaluation that has no result of this teacher
     * @param wanted what the teacher is trained for
     * @param rule how thresholds are chosen
     * @return the evaluation with at most one more result
     */
    public MultiLabelEvaluation<String> scored(
            MultiLabelEvaluation<String> evaluation, TeacherObjective wanted, ThresholdRule rule) {
        TeacherObjective objective = objective(wanted);
        Optional<Predictor<String>> any = teacher(objective).any();
        if (any.isEmpty()) {
            return evaluation;
        }
        Logits heldOut = rule == ThresholdRule.HALF || !recipe.isTrained()
                ? teacher(objective).training()
                : crossFitted(fold -> fold.teacher(objective)
                        .any()
                        .orElseThrow()
                        .predict(fold.splits.test().instances()));
        return evaluation.of(
                objective.system(),
                any.get(),
                rule.choose(heldOut, splits.train(), splits.train().counts()));
    }

    /**
     * Chooses thresholds without the test split: on the validation split, or where there is none by cross-fitting on
     * the training split, which is dealt into {@value #FOLDS} folds, each of which is predicted by a student, and its
     * teacher, trained on the others.
     *
     * @param trial the student
     * @param rule how they are chosen
     * @return one per label
     * @throws CorpusException if there are fewer training texts than folds, or those outside of a fold all have the
     *     same labels
     * @throws IllegalArgumentException if the teacher is given for the training texts alone
     */
    public Thresholds thresholds(MultiLabelTrial trial, ThresholdRule rule) {
        if (rule == ThresholdRule.HALF) {
            return Thresholds.all(splits.train().labels(), Thresholds.HALF);
        }
        MultiLabelCorpus<String> validation = splits.validation();
        return validation.size() > 0
                ? rule.choose(validated(trial), validation, splits.train().counts())
                : rule.choose(
                        crossFitted(fold -> fold.run(trial, seed).logits()),
                        splits.train(),
                        splits.train().counts());
    }

    /** What the student of a trial predicts for the validation split; its teacher is that of this study. */
    private Logits validated(MultiLabelTrial trial) {
        MultiLabelStudy scored = on(new MultiLabelSplits<>(splits.train(), splits.validation(), splits.validation()));
        scored.teachers.putAll(teachers);
        Logits logits = scored.run(trial, seed).logits();
        teachers.putAll(scored.teachers);
        return logits;
    }

    /**
     * Scores trials on the training split by cross-validation: it is dealt into {@value #FOLDS} folds, each of which is
     * predicted by a student, and its teacher, trained on the others. Thresholds of a fold are chosen on the
     * predictions for the others. Scores are those of all folds together; validation and test split have no part in
     * them.
     *
     * @param trials at least one, each with a name of its own
     * @param rule how thresholds are chosen
     * @return the scores on the training split, of one run per trial; its logits are moved so that each threshold is
     *     0.5
     * @throws CorpusException as {@link #thresholds} does
     * @throws IllegalArgumentException if there is no trial, two have one name, the teacher is given for the training
     *     texts alone, or a training refuses its plan
     */
    public MultiLabelEvaluation<String> crossValidated(List<MultiLabelTrial> trials, ThresholdRule rule) {
        requireNames(trials);
        MultiLabelCorpus<String> training = splits.train();
        MultiLabelFolds<String> dealt = dealt();
        FoldThresholds thresholds = new FoldThresholds(
                rule, training, IntStream.range(0, FOLDS).mapToObj(dealt::rows).toList());
        MultiLabelEvaluation<String> evaluation = MultiLabelEvaluation.on(training, training.counts());
        for (MultiLabelTrial trial : trials) {
            Logits moved =
                    thresholds.moved(crossFitted(fold -> fold.run(trial, seed).logits()));
            evaluation =
                    evaluation.of(trial.name(), seed, any -> moved, Thresholds.all(training.labels(), Thresholds.HALF));
        }
        return evaluation;
    }

    /**
     * Tunes balanced distillation by cross-validated macro-F1, as {@link #crossValidated} measures it.
     *
     * @param space what is tried; its draws are from the seed of the study
     * @param candidates how many are tried at most, the usual setting among them, at least 1
     * @param rule how thresholds are chosen
     * @return what was chosen, and the scores of all
     * @throws CorpusException as {@link #thresholds} does
     * @throws IllegalArgumentException if the number is below 1, or as {@link #crossValidated} does
     */
    public MultiLabelTuningResult tune(MultiLabelSearchSpace space, int candidates, ThresholdRule rule) {
        Checks.atLeast("candidates", 1, candidates);
        List<Candidate> tried = space.candidates(candidates, seed);
        return new MultiLabelTuningResult(
                tried, crossValidated(tried.stream().map(space::trial).toList(), rule));
    }

    private MultiLabelFolds<String> dealt() {
        MultiLabelCorpus<String> training = splits.train();
        if (training.size() < FOLDS) {
            throw new CorpusException("the training split must have at least " + FOLDS
                    + " texts, one for each fold, but had " + training.size());
        }
        return MultiLabelFolds.deal(training, FOLDS, seed);
    }

    /** What each fold is predicted by what was trained on the others: one row per training text. */
    private Logits crossFitted(Function<MultiLabelStudy, Logits> predicted) {
        MultiLabelCorpus<String> training = splits.train();
        MultiLabelFolds<String> dealt = dealt();
        if (folds.isEmpty()) {
            for (int fold = 0; fold < FOLDS; fold++) {
                folds.add(
                        on(new MultiLabelSplits<>(dealt.outside(fold), training.rows(new int[0]), dealt.inside(fold))));
            }
        }
        float[][] rows = new float[training.size()][];
        for (int fold = 0; fold < FOLDS; fold++) {
            int[] inside = dealt.rows(fold);
            Logits logits = predicted.apply(folds.get(fold));
            for (int i = 0; i < inside.length; i++) {
                rows[inside[i]] = logits.row(i);
            }
        }
        return new Logits(training.labels(), rows);
    }
}
