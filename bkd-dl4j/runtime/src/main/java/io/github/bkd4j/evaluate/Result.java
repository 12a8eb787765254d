package io.github.bkd4j.evaluate;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A system, how it came about, and its scores on a test set.
 *
 * @param system its name, not blank
 * @param seed what its training started from; empty if it was not trained here
 * @param predictions what it said of each instance of the test set
 * @param scores what it is worth
 * @param trainSeconds how long its training took, finite and at least 0; empty if unknown
 * @param parameters how many trained numbers it has, at least 0; empty if unknown
 */
public record Result(
        String system,
        OptionalLong seed,
        Predictions predictions,
        Scores scores,
        OptionalDouble trainSeconds,
        OptionalLong parameters) {

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
        if (system.isBlank()) {
            throw new IllegalArgumentException("system must not be blank but was \"" + system + "\"");
        }
        trainSeconds.ifPresent(Result::requireDuration);
        parameters.ifPresent(Result::requireCount);
    }

    private static void requireDuration(double trainSeconds) {
        if (!(trainSeconds >= 0 && Double.isFinite(trainSeconds))) {
            throw new IllegalArgumentException("train seconds must be finite and >= 0 but was " + trainSeconds);
        }
    }

    private static void requireCount(long parameters) {
        if (parameters < 0) {
            throw new IllegalArgumentException("parameters must be >= 0 but was " + parameters);
        }
    }
}
