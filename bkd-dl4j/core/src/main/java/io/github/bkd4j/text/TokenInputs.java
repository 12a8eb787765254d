package io.github.bkd4j.text;

import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.kernel.Tokens;

/** Encoded texts, which plain Java can read without arrays of ND4J. Immutable and thread-safe. */
public interface TokenInputs extends Inputs {

    /**
     * The tokens of some texts that stand beside each other.
     *
     * @param first position of the first text
     * @param end position behind the last text
     * @return their tokens and weights
     */
    Tokens tokens(int first, int end);
}
