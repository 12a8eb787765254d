package io.github.bkd4j.study;

import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabelSplits;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.MultiLabelEvaluation;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.evaluate.Thresholds;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.model.MultiLabelClassifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * Trials on one corpus of texts with sets of labels beside one teacher: what {@link Study} is for one class per text.
 * Not for several threads at once: the teachers are trained when first needed, and kept.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class MultiLabelStudy {

    /** Folds of a cross-validation, and trainings of a trial that is tuned on a validation split. */
    public static final int FOLDS = 3;

    private final MultiLabelTrainer trainer;
    private final List<MultiLabelTrainer> folds = new ArrayList<>(); // made once

    /**
     * A study that has no unlabelled texts, keeps nothing and tells nobody.
     *
     * @param splits what is learned from, what tells when to stop, and what everything is scored on
     * @param seed of the teachers, and the first of the trials
     * @param recipe where the teachers come from; a teacher is trained only if a trial needs it
     * @return a study
     */
    public static MultiLabelStudy of(MultiLabelSplits<String> splits, long seed, MultiLabelTeacher recipe) {
        return new MultiLabelStudy(MultiLabelTrainer.of(splits, seed, recipe));
    }

    /**
     * The same with more texts for the teacher to label, from which the trials that have a teacher learn too.
     *
     * @param made made from the splits of the study, or from those of a fold; the same ones each time
     * @return a copy
     */
    public MultiLabelStudy withUnlabelled(Function<MultiLabelSplits<String>, List<String>> made) {
        return new MultiLabelStudy(trainer.withUnlabelled(made));
    }

    /**
     * The same with finished trials kept.
     *
     * @param other where they are kept
     * @return a copy
     */
    public MultiLabelStudy withStore(TrialStore other) {
        return new MultiLabelStudy(trainer.withStore(other));
    }

    /**
     * The same with a listener.
     *
     * @param other told how it goes
     * @return a copy
     */
    public MultiLabelStudy withListener(StudyListener other) {
        return new MultiLabelStudy(trainer.withListener(other));
    }

    /**
     * What is learned from and scored.
     *
     * @return the splits
     */
    public MultiLabelSplits<String> splits() {
        return trainer.splits();
    }

    /**
     * The teacher of a trial, trained if need be.
     *
     * @param objective what it is trained for
     * @return the teacher of the training split
     */
    public MultiLabelTeacher.Taught teacher(TeacherObjective objective) {
        return trainer.teacher(objective);
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
        return trainer.student(trial, trialSeed, checkpoint);
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
                MultiLabelEvaluation.on(splits().test(), splits().train().counts());
        for (TeacherObjective objective : needed(trials)) {
            evaluation = scored(evaluation, objective, rule);
        }
        for (MultiLabelTrial trial : trials) {
            Thresholds thresholds = thresholds(trial, rule);
            for (long each = trainer.seed(); each < trainer.seed() + seeds; each++) {
                TrialResult result = trainer.run(trial, each);
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
        Study.requireNames(trials.stream().map(MultiLabelTrial::name).toList());
    }

    private Set<TeacherObjective> needed(List<MultiLabelTrial> trials) {
        Set<TeacherObjective> needed = EnumSet.noneOf(TeacherObjective.class);
        trials.stream()
                .filter(trial -> trial.objective().needsTeacher())
                .forEach(trial -> needed.add(trainer.objective(trial.teacher())));
        return needed;
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
        TeacherObjective objective = trainer.objective(wanted);
        Optional<Predictor<String>> any = teacher(objective).any();
        if (any.isEmpty()) {
            return evaluation;
        }
        Logits heldOut = rule == ThresholdRule.HALF || !trainer.trainsTeacher()
                ? teacher(objective).training()
                : crossFitted(fold -> fold.teacher(objective)
                        .any()
                        .orElseThrow()
                        .predict(fold.splits().test().instances()));
        return evaluation.of(
                objective.system(),
                any.get(),
                rule.choose(heldOut, splits().train(), splits().train().counts()));
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
        MultiLabelCorpus<String> training = splits().train();
        if (rule == ThresholdRule.HALF) {
            return Thresholds.all(training.labels(), Thresholds.HALF);
        }
        MultiLabelCorpus<String> validation = splits().validation();
        return validation.size() > 0
                ? rule.choose(logits(trainer.onValidation(), trial), validation, training.counts())
                : rule.choose(crossFitted(fold -> logits(fold, trial)), training, training.counts());
    }

    private Logits logits(MultiLabelTrainer on, MultiLabelTrial trial) {
        return on.run(trial, trainer.seed()).logits();
    }

    /** What each fold is predicted by what was trained on the others: one row per training text. */
    private Logits crossFitted(Function<MultiLabelTrainer, Logits> predicted) {
        MultiLabelCrossFitting dealt = dealt("training", splits().train());
        if (folds.isEmpty()) {
            dealt.splits().forEach(parts -> folds.add(trainer.on(parts)));
        }
        return dealt.logits(fold -> predicted.apply(folds.get(fold)));
    }

    private MultiLabelCrossFitting dealt(String split, MultiLabelCorpus<String> texts) {
        return MultiLabelCrossFitting.of(split, texts, FOLDS, trainer.seed());
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
        MultiLabelCorpus<String> training = splits().train();
        MultiLabelCrossFitting dealt = dealt("training", training);
        MultiLabelEvaluation<String> evaluation = MultiLabelEvaluation.on(training, training.counts());
        for (MultiLabelTrial trial : trials) {
            Logits logits = crossFitted(fold -> logits(fold, trial));
            evaluation = dealt.scored(evaluation, trial.name(), OptionalLong.of(trainer.seed()), logits, rule);
        }
        return evaluation;
    }

    /**
     * Scores trials on the validation split, each trained from {@value #FOLDS} seeds. The split is dealt into
     * {@value #FOLDS} folds: thresholds of a fold are chosen on the others.
     */
    private MultiLabelEvaluation<String> validated(List<MultiLabelTrial> trials, ThresholdRule rule) {
        MultiLabelTrainer onValidation = trainer.onValidation();
        MultiLabelCorpus<String> validation = splits().validation();
        MultiLabelCrossFitting dealt = dealt("validation", validation);
        MultiLabelEvaluation<String> evaluation =
                MultiLabelEvaluation.on(validation, splits().train().counts());
        for (MultiLabelTrial trial : trials) {
            for (long each = trainer.seed(); each < trainer.seed() + FOLDS; each++) {
                Logits logits = onValidation.run(trial, each).logits();
                evaluation = dealt.scored(evaluation, trial.name(), OptionalLong.of(each), logits, rule);
            }
        }
        return evaluation;
    }

    /**
     * Tunes balanced distillation by macro-F1: on the validation split, where each candidate is trained from
     * {@value #FOLDS} seeds and thresholds are chosen by folds of that split, or where there is none as
     * {@link #crossValidated} measures it.
     *
     * @param space what is tried; its draws are from the seed of the study
     * @param candidates how many are tried at most, the usual setting among them, at least 1
     * @param rule how thresholds are chosen
     * @return what was chosen, and the scores of all
     * @throws CorpusException if the split has fewer texts than folds, or as {@link #thresholds} does
     * @throws IllegalArgumentException if the number is below 1, or as {@link #crossValidated} does
     */
    public MultiLabelTuningResult tune(MultiLabelSearchSpace space, int candidates, ThresholdRule rule) {
        Checks.atLeast("candidates", 1, candidates);
        List<Candidate> tried = space.candidates(candidates, trainer.seed());
        List<MultiLabelTrial> trials = tried.stream().map(space::trial).toList();
        return new MultiLabelTuningResult(
                tried, splits().validation().size() > 0 ? validated(trials, rule) : crossValidated(trials, rule));
    }
}
