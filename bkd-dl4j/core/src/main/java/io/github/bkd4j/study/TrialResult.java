package io.github.bkd4j.study;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.LogitAdjusted;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.report.History;

/**
 * A finished trial from one seed, as far as a study needs it.
 *
 * @param logits for the test set
 * @param seconds wall-clock time that its training took
 * @param parameters number of its parameters
 * @param history what each epoch did
 * @param prior the class counts that it was trained on
 */
record TrialResult(Logits logits, double seconds, long parameters, History history, ClassCounts prior) {

    /** Adds it to an evaluation; an adjusted trial with the counts that it was trained on divided out. */
    Evaluation<String> scored(Evaluation<String> evaluation, Trial trial) {
        Predictor<String> plain = test -> logits;
        return evaluation.of(
                trial.system(),
                history.seed(),
                trial.adjustment().isPresent()
                        ? new LogitAdjusted<>(plain, prior, trial.adjustment().getAsDouble())
                        : plain,
                seconds,
                parameters);
    }
}
