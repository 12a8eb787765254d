package io.github.bkd4j.report;

import java.util.List;
import java.util.Optional;

/** Knows how much each token of a text moves a system's preference for one class over another. */
@FunctionalInterface
public interface Reasons {

    /**
     * A token and what it moves.
     *
     * @param token as a person reads it
     * @param value above 0 if it speaks for the class, below 0 if it speaks against it; in units of the logits
     */
    record Reason(String token, double value) {}

    /**
     * What moves one text.
     *
     * @param text of the test set
     * @param label a class that training knows
     * @param other the class that it is compared with, another one; empty for the strongest of the others
     * @return the tokens of the text, those that move most first
     */
    List<Reason> of(String text, String label, Optional<String> other);
}
