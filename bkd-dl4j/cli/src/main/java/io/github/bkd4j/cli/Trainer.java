package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.distill.DistillationBuilder;
import io.github.bkd4j.io.Threads;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.objective.Objective;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;

/**
 * Trains on one corpus from one seed, and shows how it goes.
 *
 * @param splits what is learned from
 * @param seed where randomness comes from
 * @param err where progress is shown
 * @param checkpoints where a training keeps its state; or null
 * @param listeners of DL4J's own, for a training of a name
 */
record Trainer(
        Splits<String> splits,
        long seed,
        PrintWriter err,
        @Nullable Checkpoints checkpoints,
        Function<String, List<TrainingListener>> listeners) {

    Trainer(Splits<String> splits, long seed, PrintWriter err) {
        this(splits, seed, err, null, system -> List.of());
    }

    /** Trains on the labels alone. */
    Training train(String system, Learner learner, Objective objective) {
        return timed(system, learner, objective, plan -> plan.train(splits));
    }

    /** Trains on the labels and on what the teacher says of the same texts and of others. */
    Training distill(Learner learner, Contender contender, Taught taught, List<String> unlabelled) {
        return timed(
                contender.name(),
                learner,
                contender.objective(),
                plan -> taught.teacher()
                        .map(teacher -> plan.distill(taught.logits(), splits, teacher, unlabelled))
                        .orElseGet(() -> plan.distill(taught.logits(), splits)));
    }

    /** The same on other splits. */
    Trainer on(Splits<String> others) {
        return new Trainer(others, seed, err);
    }

    /** The same from another seed. */
    Trainer from(long other) {
        return new Trainer(splits, other, err);
    }

    private Training timed(
            String system,
            Learner learner,
            Objective objective,
            Function<Distillation<String>, Classifier<String>> training) {
        long start = System.nanoTime();
        String task = system + ", seed " + seed;
        err.println(task + ": " + Threads.count() + (Threads.count() == 1 ? " thread" : " threads"));
        try (Progress progress = Progress.of(task, err)) {
            EpochHistory epochs = new EpochHistory(progress, listeners.apply(system));
            DistillationBuilder<String> plan = Distillation.builder(learner.network())
                    .objective(objective)
                    .schedule(learner.schedule())
                    .seed(seed)
                    .monitor(epochs);
            if (checkpoints != null) {
                plan.checkpoint(checkpoints.of(system));
            }
            Classifier<String> classifier = training.apply(plan.build());
            return new Training(
                    system,
                    seed,
                    classifier,
                    classifier,
                    (System.nanoTime() - start) / 1e9,
                    epochs.history(system, seed));
        }
    }
}
