package io.github.bkd4j.study;

import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.teacher.Teacher;
import java.util.OptionalLong;

/**
 * A teacher that can be queried.
 *
 * @param system its name in tables
 * @param teacher predicts; each corpus once
 * @param seconds wall-clock time that its training took, 0 if it was not trained here
 * @param parameters number of its trained parameters, if that is known
 * @param answersAll whether it predicts for any text; a file predicts for the training texts alone
 */
public record TrainedTeacher(
        String system, Teacher<String> teacher, double seconds, OptionalLong parameters, boolean answersAll) {

    /**
     * Adds its scores to an evaluation, if it can predict for the test set.
     *
     * @param evaluation that has no result of this name
     * @param seed of its training
     * @return the evaluation with at most one more result
     */
    public Evaluation<String> scored(Evaluation<String> evaluation, long seed) {
        if (!answersAll) {
            return evaluation;
        }
        return parameters.isEmpty()
                ? evaluation.of(system, teacher)
                : evaluation.of(system, seed, teacher, seconds, parameters.getAsLong());
    }
}
