package io.github.bkd4j.study;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.distill.DistillationBuilder;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.train.Schedule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Trains on one corpus from one seed, and tells a listener. Without a validation split, as in folds, every epoch is
 * trained, whatever the patience of a trial.
 *
 * @param splits what is learned from
 * @param seed of everything random
 * @param listener told how trainings go
 * @param checkpoints where the training of a name keeps its state, and resumes from; empty for nowhere
 */
public record Trainer(
        Splits<String> splits, long seed, StudyListener listener, Function<String, Optional<Path>> checkpoints) {

    /**
     * Trains without checkpoints.
     *
     * @param splits see {@link Trainer}
     * @param seed see {@link Trainer}
     * @param listener see {@link Trainer}
     */
    public Trainer(Splits<String> splits, long seed, StudyListener listener) {
        this(splits, seed, listener, name -> Optional.empty());
    }

    /**
     * Trains on the labels alone.
     *
     * @param trial whose objective needs no teacher
     * @return the classifier, and how its training went
     * @throws IllegalArgumentException if {@link Distillation#train} refuses
     */
    public Training train(Trial trial) {
        return timed(trial, splits.train().counts(), plan -> plan.train(splits));
    }

    /**
     * Trains on the labels, and on what a teacher predicts for the same texts and for others.
     *
     * @param trial any
     * @param teacher labels both
     * @param unlabelled more texts for the teacher to label, in any number; none if it knows the training texts alone
     * @return the classifier, and how its training went
     * @throws IllegalArgumentException if there are unlabelled texts but nobody to label them, or the plan is refused,
     *     as {@link Distillation#distill(io.github.bkd4j.teacher.Teacher, Splits, List)} says
     */
    public Training distill(Trial trial, TrainedTeacher teacher, List<String> unlabelled) {
        if (!unlabelled.isEmpty() && teacher.teacher().isEmpty()) {
            throw new IllegalArgumentException("teacher of unlabelled texts must predict for any text but "
                    + teacher.logits().name() + " predicts for the training texts alone");
        }
        if (trial.isPseudoLabelled()) {
            return on(pseudoLabelled(teacher, unlabelled)).train(trial);
        }
        return timed(
                trial,
                prior(teacher, unlabelled),
                plan -> teacher.teacher()
                        .map(any -> plan.distill(teacher.logits(), splits, any, unlabelled))
                        .orElseGet(() -> plan.distill(teacher.logits(), splits)));
    }

    private static Logits predicted(TrainedTeacher teacher, List<String> unlabelled) {
        return teacher.teacher().orElseThrow().predict(unlabelled);
    }

    private Splits<String> pseudoLabelled(TrainedTeacher teacher, List<String> unlabelled) {
        if (unlabelled.isEmpty()) {
            return splits;
        }
        Logits logits = predicted(teacher, unlabelled);
        List<String> labels = splits.train().labels();
        List<Labeled<String>> rows = new ArrayList<>();
        for (int i = 0; i < splits.train().size(); i++) {
            rows.add(new Labeled<>(
                    splits.train().instances().get(i), labels.get(splits.train().classOf(i))));
        }
        for (int i = 0; i < unlabelled.size(); i++) {
            rows.add(new Labeled<>(unlabelled.get(i), labels.get(logits.top(i))));
        }
        return Splits.of(Corpus.of(rows), splits.validation(), splits.test());
    }

    private ClassCounts prior(TrainedTeacher teacher, List<String> unlabelled) {
        ClassCounts labelled = splits.train().counts();
        if (unlabelled.isEmpty()) {
            return labelled;
        }
        Logits logits = predicted(teacher, unlabelled);
        double[] sums = labelled.stream().asDoubleStream().toArray();
        for (int i = 0; i < unlabelled.size(); i++) {
            double[] probabilities = logits.probabilities(i);
            for (int c = 0; c < sums.length; c++) {
                sums[c] += probabilities[c];
            }
        }
        return new ClassCounts(
                labelled.labels(), Arrays.stream(sums).mapToObj(Math::round).toList());
    }

    /** The same on other splits, without checkpoints. */
    Trainer on(Splits<String> others) {
        return new Trainer(others, seed, listener);
    }

    private Training timed(
            Trial trial, ClassCounts prior, Function<Distillation<String>, Classifier<String>> training) {
        long start = System.nanoTime();
        try (StudyListener.Monitor monitor = listener.training(trial.name(), seed)) {
            EpochHistory epochs = new EpochHistory(monitor);
            DistillationBuilder<String> plan = Distillation.builder(trial.network())
                    .objective(trial.objective())
                    .schedule(schedule(trial))
                    .seed(seed)
                    .monitor(epochs);
            checkpoints.apply(trial.name()).ifPresent(plan::checkpoint);
            Classifier<String> classifier = training.apply(plan.build());
            listener.trained(trial.name(), seed, classifier);
            return new Training(
                    classifier, (System.nanoTime() - start) / 1e9, epochs.history(trial.name(), seed), prior);
        }
    }

    /** Folds have no validation split that could say when to stop. */
    private Schedule schedule(Trial trial) {
        return splits.validation().size() > 0
                ? trial.schedule()
                : trial.schedule().withPatience(0);
    }
}
