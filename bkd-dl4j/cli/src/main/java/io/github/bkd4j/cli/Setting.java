package io.github.bkd4j.cli;

import java.util.List;

/**
 * A setting of a plan file.
 *
 * @param name name of a long option without its dashes
 * @param place file and line
 * @param values the values without quotes; more than one only in a list
 * @param isList whether it is written as a list
 * @param isNull whether the value is missing or null
 */
record Setting(String name, String place, List<String> values, boolean isList, boolean isNull) {

    String value() {
        return String.join(",", values);
    }

    /** Refuses it unless a rule holds. */
    void require(boolean holds, String rule) {
        if (!holds) {
            throw new InputException(place + ": " + name + " must " + rule);
        }
    }
}
