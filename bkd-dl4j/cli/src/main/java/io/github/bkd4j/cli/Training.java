package io.github.bkd4j.cli;

import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.LogitAdjusted;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.report.History;

/**
 * What came out of a training.
 *
 * @param system its name in tables
 * @param seed what it started from
 * @param classifier what was trained
 * @param predictor what answers: the classifier, or something around it
 * @param seconds wall-clock time it took, the teacher's labelling included
 * @param history what each epoch did
 */
record Training(
        String system,
        long seed,
        Classifier<String> classifier,
        Predictor<String> predictor,
        double seconds,
        History history) {

    /** The same with post-hoc logit adjustment: the training counts are divided out of its answers. */
    Training logitAdjusted() {
        Predictor<String> adjusted = new LogitAdjusted<>(classifier, classifier.trainingCounts(), 1);
        return new Training(system + "+pla", seed, classifier, adjusted, seconds, history);
    }

    /** Adds its scores to an evaluation. */
    Evaluation<String> scored(Evaluation<String> evaluation) {
        return evaluation.of(system, seed, predictor, seconds, classifier.parameters());
    }
}
