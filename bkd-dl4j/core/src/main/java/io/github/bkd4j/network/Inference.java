package io.github.bkd4j.network;

import io.github.bkd4j.input.Inputs;

/** A network's answers, in the state in which it was asked for them. Thread-safe. */
@FunctionalInterface
public interface Inference {

    /**
     * Runs the network on every row.
     *
     * @param inputs encoded instances
     * @return logits, {@code [instances][classes]}
     */
    float[][] logits(Inputs inputs);
}
