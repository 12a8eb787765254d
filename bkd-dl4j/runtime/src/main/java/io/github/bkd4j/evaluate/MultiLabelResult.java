package io.github.bkd4j.evaluate;

import io.github.bkd4j.io.Checks;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One run of a system on a test set of instances with sets of labels.
 *
 * @param system its name, not blank
 * @param seed seed of its training; empty if unknown
 * @param predictions its predictions for the test set
 * @param scores of the predictions
 * @param trainSeconds how long its training took, finite and at least 0; empty if unknown
 * @param parameters number of trained parameters, at least 0; empty if unknown
 */
public record MultiLabelResult(
        String system,
        OptionalLong seed,
        MultiLabelPredictions predictions,
        MultiLabelScores scores,
        OptionalDouble trainSeconds,
        OptionalLong parameters)
        implements RunScores.Run {

    /**
     * Checks each part.
     *
     * @param system see {@link MultiLabelResult}
     * @param seed see {@link MultiLabelResult}
     * @param predictions see {@link MultiLabelResult}
     * @param scores see {@link MultiLabelResult}
     * @param trainSeconds see {@link MultiLabelResult}
     * @param parameters see {@link MultiLabelResult}
     * @throws IllegalArgumentException if the name is blank, or a number is out of range
     */
    public MultiLabelResult {
        Checks.notBlank("system", system);
        trainSeconds.ifPresent(seconds -> Checks.finiteAtLeastZero("train seconds", seconds));
        parameters.ifPresent(count -> Checks.atLeast("parameters", 0, count));
    }
}
