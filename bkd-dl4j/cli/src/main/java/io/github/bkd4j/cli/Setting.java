package io.github.bkd4j.cli;

import java.util.List;

/**
 * A name in a plan file and what follows it.
 *
 * @param name that of a long option without its dashes
 * @param place file and line
 * @param values as they are written, without quotes; more than one only in a list
 * @param isList whether it is written as a list
 * @param isNull whether nothing is written, or null
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
