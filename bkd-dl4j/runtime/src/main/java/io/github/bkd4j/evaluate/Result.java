package io.github.bkd4j.evaluate;

import io.github.bkd4j.io.Checks;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One run of a system: its training metadata, predictions and scores on a test set.
 *
 * @param system its name, not blank
 * @param seed seed of its training; empty if unknown
 * @param predictions its predictions for the test set
 * @param scores of the predictions
 * @param trainSeconds how long its training took, finite and at least 0; empty if unknown
 * @param parameters number of trained parameters, at least 0; empty if unknown
 */
public record Result(
        String system,
        OptionalLong seed,
        Predictions predictions,
        Scores scores,
        OptionalDouble trainSeconds,
        OptionalLong parameters)
        implements RunScores.Run {

    /**
     * Checks each part.
     *
     * @param system see {@link Result}
     * @param seed see {@link Result}
     * @param predictions see {@link Result}
     * @param scores see {@link Result}
     * @param trainSeconds see {@link Result}
     * @param parameters see {@link Result}
     * @throws IllegalArgumentException if the name is blank, or a number is out of range
     */
    public Result {
        Checks.notBlank("system", system);
        trainSeconds.ifPresent(seconds -> Checks.finiteAtLeastZero("train seconds", seconds));
        parameters.ifPresent(count -> Checks.atLeast("parameters", 0, count));
    }
}
