package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.loss.Objective;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.train.Schedule;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * One training under a progress display.
 *
 * @param classifier what came out
 * @param seconds wall-clock time it took, the teacher's labelling included
 */
record Training(Classifier<String> classifier, double seconds) {

    /** Trains on the labels, and on what the teacher says if there is one. */
    static Training run(
            String task,
            Architecture<String> network,
            Objective objective,
            Schedule schedule,
            long seed,
            @Nullable Teacher<String> teacher,
            Splits<String> splits,
            PrintWriter err) {
        long start = System.nanoTime();
        try (Progress progress = Progress.of(task, err)) {
            Distillation<String> plan = Distillation.builder(network)
                    .objective(objective)
                    .schedule(schedule)
                    .seed(seed)
                    .monitor(progress)
                    .build();
            Classifier<String> classifier =
                    objective.needsTeacher() && teacher != null ? plan.distill(teacher, splits) : plan.train(splits);
            return new Training(classifier, (System.nanoTime() - start) / 1e9);
        }
    }

    /** Adds the classifier's scores to an evaluation. */
    Evaluation<String> scored(String system, long seed, Evaluation<String> evaluation) {
        return evaluation.of(system, seed, classifier, seconds, classifier.parameters());
    }
}
