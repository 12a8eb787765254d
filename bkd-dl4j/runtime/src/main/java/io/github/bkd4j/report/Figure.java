package io.github.bkd4j.report;

import io.github.bkd4j.io.Checks;

/**
 * A figure that a report shows but does not compute.
 *
 * @param key in JSON and CSV, not blank
 * @param name in tables, not blank
 * @param value NaN if it is not known
 */
public record Figure(String key, String name, double value) {

    /**
     * Checks the names.
     *
     * @param key see {@link Figure}
     * @param name see {@link Figure}
     * @param value see {@link Figure}
     * @throws IllegalArgumentException if a name is blank
     */
    public Figure {
        Checks.notBlank("key", key);
        Checks.notBlank("name", name);
    }
}
