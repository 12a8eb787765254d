package io.github.bkd4j.study;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.HeldOut;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.report.History;
import io.github.bkd4j.teacher.CrossFitted;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * Trials on one corpus beside one teacher. Not for several threads at once: the teachers are trained when first needed,
 * and kept.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class Study {

    /** Into how many parts the training texts are dealt to be predicted by students that have not seen them. */
    public static final int FOLDS = 5;

    private static final int SCORED = 2;

    private final Splits<String> splits;
    private final long seed;
    private final TeacherRecipe recipe;
    private final Function<Splits<String>, List<String>> unlabelled;
    private final TrialStore store;
    private final StudyListener listener;

    private final Map<TeacherObjective, TrainedTeacher> teachers = new EnumMap<>(TeacherObjective.class);
    private @Nullable List<String> texts; // unlabelled ones, made once

    /**
     * A study that has no unlabelled texts, keeps nothing and tells nobody.
     *
     * @param splits what is learned from, what tells when to stop, and what everything is scored on
     * @param seed of the teachers, and the first of the trials
     * @param recipe where the teachers come from; a teacher is trained only if a trial needs it
     * @return a study
     */
    public static Study of(Splits<String> splits, long seed, TeacherRecipe recipe) {
        return new Study(splits, seed, recipe, any -> List.of(), TrialStore.none(), StudyListener.SILENT);
    }

    /**
     * The same with more texts for the teacher to label, from which the trials that have a teacher learn too.
     *
     * @param texts made from the splits of the study, or of a round of a tuning; the same ones each time
     * @return a copy
     */
    public Study withUnlabelled(Function<Splits<String>, List<String>> texts) {
        return new Study(splits, seed, recipe, texts, store, listener);
    }

    /**
     * The same with finished trials kept.
     *
     * @param other where they are kept
     * @return a copy
     */
    public Study withStore(TrialStore other) {
        return new Study(splits, seed, recipe, unlabelled, other, listener);
    }

    /**
     * The same with a listener.
     *
     * @param other told how it goes
     * @return a copy
     */
    public Study withListener(StudyListener other) {
        return new Study(splits, seed, recipe, unlabelled, store, other);
    }

    /** A round of a tuning: it is told of as a whole, not epoch by epoch. */
    Study round(Splits<String> others) {
        return new Study(others, seed, recipe, unlabelled, store, StudyListener.SILENT);
    }

    /**
     * What is learned from and scored.
     *
     * @return the splits
     */
    public Splits<String> splits() {
        return splits;
    }

    /**
     * Where its teachers come from.
     *
     * @return trained, or given
     */
    public TeacherRecipe teacher() {
        return recipe;
    }

    StudyListener listener() {
        return listener;
    }

    /**
     * Trains each trial from several seeds, and scores all of them and their teachers on the test split.
     *
     * @param trials at least one, each with a name of its own; the training of an adjusted one is shared with the plain
     *     one
     * @param seeds how many, at least 1: that of the study and those after it
     * @return the scores
     * @throws IllegalArgumentException if there is no trial or no seed, two trials have one name, or a training refuses
     *     its plan
     */
    public StudyResult compare(List<Trial> trials, int seeds) {
        check(trials, seeds);
        trials.stream().filter(trial -> trial.needsTeacher()).forEach(this::teacher);
        Evaluation<String> evaluation = Evaluation.on(splits);
        for (TrainedTeacher teacher : teachers.values()) {
            evaluation = teacher.scored(evaluation, seed);
        }
        List<History> histories = new ArrayList<>();
        for (long each = seed; each < seed + seeds; each++) {
            Map<String, TrialResult> finished = new LinkedHashMap<>();
            for (Trial trial : trials) {
                TrialResult result = finished.get(trial.name());
                if (result == null) {
                    result = run(trial, each);
                    finished.put(trial.name(), result);
                }
                evaluation = result.scored(evaluation, trial);
            }
            finished.values().forEach(result -> histories.add(result.history()));
        }
        return new StudyResult(evaluation, List.copyOf(histories), provenance(trials.get(0)));
    }

    private static void check(List<Trial> trials, int seeds) {
        Checks.require(seeds >= 1, "seeds must be >= 1 but were " + seeds);
        requireNames(trials.stream().map(Trial::system).toList());
    }

    static void requireNames(List<String> trials) {
        Checks.require(
                !trials.isEmpty() && trials.stream().distinct().count() == trials.size(),
                "trials must be at least one, each of another name, but were " + trials);
    }

    /**
     * Scores the teacher, and a student without it, by cross-validation on the training split; the test split is not
     * looked at. To save time, {@value #SCORED} of {@value #FOLDS} folds are scored.
     *
     * @param own a student that needs no teacher
     * @return balanced accuracy of both
     * @throws IllegalArgumentException if there are fewer training texts than folds, or the trial needs a teacher
     * @throws io.github.bkd4j.corpus.CorpusException if the texts outside of a fold are of one class
     */
    public TeacherWorth worth(Trial own) {
        Checks.require(!own.needsTeacher(), "trial must need no teacher but was " + own.name());
        CrossValidation validation = CrossValidation.ofFolds(splits.train(), FOLDS, seed);
        KeptTeacher teacher = new KeptTeacher(recipe, seed, store);
        List<Logits> taught = new ArrayList<>();
        List<Logits> alone = new ArrayList<>();
        for (CrossValidation.Round round : validation.rounds().subList(0, SCORED)) {
            taught.add(teacher.onTest(round.splits()));
            alone.add(round(round.splits()).run(own, seed).logits());
        }
        return new TeacherWorth(
                validation.correctness(taught).balancedAccuracy().estimate(),
                validation.correctness(alone).balancedAccuracy().estimate());
    }

    /**
     * Predicts the training split by students that have not seen it: it is dealt into {@value #FOLDS} folds, and each
     * fold is predicted by a student, and its teacher, trained on the others. Classes whose instances lie in one fold
     * are left out. Predictions of an adjusted trial are adjusted.
     *
     * @param trial the student
     * @return what is predicted, for choosing thresholds without a validation split
     * @throws IllegalArgumentException if there are fewer training texts than folds, the teacher is given for the
     *     training texts alone, or an adjusted trial has a cosine output layer
     * @throws io.github.bkd4j.corpus.CorpusException if the texts outside of a fold are of one class
     */
    public HeldOut<String> crossFitted(Trial trial) {
        CrossFitted<String> students = CrossFitted.of(
                trial.system(),
                FOLDS,
                seed,
                parts -> round(parts).training(trial, seed).adjusted(trial).classifier(),
                splits);
        return HeldOut.spokenOf(splits.train(), students.about(splits.train()));
    }

    /**
     * The texts without a label from which the trials that have a teacher learn too.
     *
     * @return for the splits of the study; made once
     */
    public List<String> unlabelled() {
        if (texts == null) {
            texts = unlabelled.apply(splits);
        }
        return texts;
    }

    private TrainedTeacher teacher(Trial trial) {
        return teachers.computeIfAbsent(
                recipe.isTrained() ? trial.teacher() : TeacherObjective.CROSS_ENTROPY,
                objective -> recipe.teach(new Trainer(splits, seed, listener), objective));
    }

    /** The result of a trial from a seed: kept, or trained. */
    TrialResult run(Trial trial, long trialSeed) {
        Supplier<Fingerprint> inputs = inputs(trial, trialSeed);
        Optional<TrialResult> kept = store.find(inputs);
        kept.ifPresent(result -> listener.kept(trial.name(), trialSeed));
        return kept.orElseGet(() -> store.keep(inputs, splits.test(), trained(trial, trialSeed)));
    }

    /** Whether that result is kept. */
    boolean has(Trial trial, long trialSeed) {
        return store.find(inputs(trial, trialSeed)).isPresent();
    }

    private Supplier<Fingerprint> inputs(Trial trial, long trialSeed) {
        return () -> {
            Fingerprint alone = Fingerprint.of()
                    .with("trial", trial.fingerprint())
                    .with("seed", trialSeed)
                    .with("training", fingerprint(splits.train()))
                    .with("validation", fingerprint(splits.validation()))
                    .with("test", fingerprint(splits.test()));
            return trial.needsTeacher()
                    ? alone.with("teacher", recipe.fingerprint(trial.teacher()))
                            .with("seed of the teacher", seed)
                            .withTexts("unlabelled", unlabelled())
                    : alone;
        };
    }

    /** Labels without a text count too. */
    static Fingerprint fingerprint(Corpus<String> corpus) {
        return Fingerprint.of().with("texts", corpus.fingerprint()).withTexts("labels", corpus.labels());
    }

    /**
     * Trains the classifier of a trial from a seed, also where its result is kept.
     *
     * @param trial any
     * @param trialSeed of the training
     * @return the classifier that {@link #compare} scores, before post-hoc adjustment
     * @throws IllegalArgumentException if the training refuses its plan
     */
    public Classifier<String> classifier(Trial trial, long trialSeed) {
        return training(trial, trialSeed).classifier();
    }

    private TrialResult trained(Trial trial, long trialSeed) {
        Training training = training(trial, trialSeed);
        return new TrialResult(
                training.classifier().predict(splits.test().instances()),
                training.seconds(),
                training.classifier().parameters(),
                training.history(),
                training.prior());
    }

    private Training training(Trial trial, long trialSeed) {
        Trainer trainer = new Trainer(splits, trialSeed, listener);
        return trial.needsTeacher() ? trainer.distill(trial, teacher(trial), unlabelled()) : trainer.train(trial);
    }

    private Map<String, String> provenance(Trial first) {
        Map<String, String> entries = new LinkedHashMap<>();
        teachers.forEach((objective, teacher) ->
                entries.put(teacher.system(), recipe.fingerprint(objective).toString()));
        entries.put("student", String.valueOf(first.fingerprint()));
        entries.put("training fingerprint", splits.train().fingerprint());
        entries.put("test fingerprint", splits.test().fingerprint());
        return entries;
    }
}
