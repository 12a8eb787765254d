package io.github.bkd4j.cli;

import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.teacher.Teacher;
import java.util.OptionalLong;

/**
 * A teacher, ready to be asked.
 *
 * @param system its name in tables
 * @param teacher who is asked; each corpus once
 * @param key everything that its answers depend on besides the corpus asked about
 * @param seconds wall-clock time that its training took, 0 if it was not trained here
 * @param parameters what was trained of it, if that is known
 * @param answersAll whether it can be asked about any text; a file answers for the training texts alone
 */
record Taught(
        String system,
        Teacher<String> teacher,
        String key,
        double seconds,
        OptionalLong parameters,
        boolean answersAll) {

    /** Adds its scores to an evaluation, if it can be asked about the test set. */
    Evaluation<String> scored(Evaluation<String> evaluation, long seed) {
        if (!answersAll) {
            return evaluation;
        }
        return parameters.isEmpty()
                ? evaluation.of(system, teacher)
                : evaluation.of(system, seed, teacher, seconds, parameters.getAsLong());
    }
}
