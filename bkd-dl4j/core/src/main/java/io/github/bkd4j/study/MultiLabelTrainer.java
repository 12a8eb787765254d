package io.github.bkd4j.study;

import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabelSplits;
import io.github.bkd4j.distill.MultiLabelDistillation;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.model.MultiLabelClassifier;
import io.github.bkd4j.report.History;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * Trains students of one corpus with sets of labels beside its teachers, and keeps what it has trained: what
 * {@link Trainer} is for one class per text.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class MultiLabelTrainer {

    private final MultiLabelSplits<String> splits;
    private final long seed; // of the teachers
    private final MultiLabelTeacher recipe;
    private final Function<MultiLabelSplits<String>, List<String>> unlabelled;
    private final TrialStore store;
    private final StudyListener listener;
    private final Map<TeacherObjective, MultiLabelTeacher.Taught> teachers; // trained when first needed

    private @Nullable List<String> texts; // unlabelled ones, made once

    /** One that has no unlabelled texts, keeps nothing in files and tells nobody. */
    static MultiLabelTrainer of(MultiLabelSplits<String> splits, long seed, MultiLabelTeacher recipe) {
        return new MultiLabelTrainer(
                splits, seed, recipe, any -> List.of(), TrialStore.none(), StudyListener.SILENT, none());
    }

    private static Map<TeacherObjective, MultiLabelTeacher.Taught> none() {
        return new EnumMap<>(TeacherObjective.class);
    }

    MultiLabelTrainer withUnlabelled(Function<MultiLabelSplits<String>, List<String>> made) {
        return new MultiLabelTrainer(splits, seed, recipe, made, store, listener, none());
    }

    MultiLabelTrainer withStore(TrialStore other) {
        return new MultiLabelTrainer(splits, seed, recipe, unlabelled, other, listener, none());
    }

    MultiLabelTrainer withListener(StudyListener other) {
        return new MultiLabelTrainer(splits, seed, recipe, unlabelled, store, other, none());
    }

    /** The same on other splits. */
    MultiLabelTrainer on(MultiLabelSplits<String> others) {
        return new MultiLabelTrainer(others, seed, recipe, unlabelled, store, listener, none());
    }

    /** The same, with the same teachers, whose students predict the validation split. */
    MultiLabelTrainer onValidation() {
        return new MultiLabelTrainer(
                MultiLabelSplits.of(splits.train(), splits.validation(), splits.validation()),
                seed,
                recipe,
                unlabelled,
                store,
                listener,
                teachers);
    }

    MultiLabelSplits<String> splits() {
        return splits;
    }

    /** Its seed, the first of the trials. */
    long seed() {
        return seed;
    }

    /** Whether the teacher is trained, not given. */
    boolean trainsTeacher() {
        return recipe.isTrained();
    }

    /** The objective of the teacher that a trial gets; a given one has but one. */
    TeacherObjective objective(TeacherObjective wanted) {
        return recipe.isTrained() ? wanted : TeacherObjective.CROSS_ENTROPY;
    }

    /** The teacher of the training split, trained if need be. */
    MultiLabelTeacher.Taught teacher(TeacherObjective wanted) {
        return teachers.computeIfAbsent(objective(wanted), needed -> recipe.teach(splits.train(), needed, seed));
    }

    /** The texts without a label from which the trials that have a teacher learn too. */
    private List<String> unlabelled() {
        if (texts == null) {
            texts = unlabelled.apply(splits);
        }
        return texts;
    }

    /** The student of a trial, with thresholds of 0.5; the training resumes from the checkpoint if there is one. */
    MultiLabelClassifier student(MultiLabelTrial trial, long trialSeed, @Nullable Path checkpoint) {
        try (StudyListener.Monitor monitor = listener.training(trial.name(), trialSeed)) {
            MultiLabelDistillation plan = new MultiLabelDistillation(
                    trial.network(), trial.objective(), trial.schedule(), trialSeed, monitor, checkpoint);
            return trial.objective().needsTeacher()
                    ? plan.distill(recipe.name(), teacher(trial.teacher()).and(unlabelled()), splits, unlabelled())
                    : plan.train(splits);
        }
    }

    /** What the student of a trial predicts for the test split: kept, or trained. */
    TrialResult run(MultiLabelTrial trial, long trialSeed) {
        Supplier<Fingerprint> inputs = inputs(trial, trialSeed);
        Optional<TrialResult> kept = store.find(inputs);
        kept.ifPresent(result -> listener.kept(trial.name(), trialSeed));
        return kept.orElseGet(() -> store.keep(inputs, splits.test(), trained(trial, trialSeed)));
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
}
