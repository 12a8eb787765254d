package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.LogitAdjusted;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.report.History;

/**
 * A finished training, as far as a comparison needs it.
 *
 * @param logits what the student says of the test set
 * @param seconds wall-clock time that its training took
 * @param parameters number of its parameters
 * @param history what each epoch did
 */
record Run(Logits logits, double seconds, long parameters, History history) {

    /** Adds it to an evaluation under a name. */
    Evaluation<String> scored(Evaluation<String> evaluation, String system) {
        return evaluation.of(system, history.seed(), test -> logits, seconds, parameters);
    }

    /** Adds it with post-hoc logit adjustment: the training counts are divided out of what it says. */
    Evaluation<String> scoredAdjusted(Evaluation<String> evaluation, String system, ClassCounts training) {
        Predictor<String> adjusted = new LogitAdjusted<>(test -> logits, training, 1);
        return evaluation.of(system, history.seed(), adjusted, seconds, parameters);
    }
}
