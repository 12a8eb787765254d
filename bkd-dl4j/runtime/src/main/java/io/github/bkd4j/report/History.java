package io.github.bkd4j.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of each epoch of a training.
 *
 * @param system what was trained, as the evaluation calls it
 * @param seed of the training
 * @param series values by name, one per epoch: the terms of a loss, in the order in which a page shows them
 */
public record History(String system, long seed, Map<String, List<Double>> series) {

    /**
     * Copies the series.
     *
     * @param system see {@link History}
     * @param seed see {@link History}
     * @param series see {@link History}
     */
    public History {
        Map<String, List<Double>> copy = new LinkedHashMap<>();
        series.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        series = Collections.unmodifiableMap(copy);
    }
}
