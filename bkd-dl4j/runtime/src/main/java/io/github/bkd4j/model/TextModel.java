package io.github.bkd4j.model;

import io.github.bkd4j.kernel.KernelNetwork;
import io.github.bkd4j.text.TextEncoder;
import java.util.List;

/**
 * What a text classifier saves and answers with: an encoder, and a network of plain Java. Thread-safe.
 *
 * @param encoder from texts to tokens
 * @param network from tokens to logits
 */
public record TextModel(TextEncoder encoder, KernelNetwork network) {

    /**
     * Checks that the network knows every token.
     *
     * @param encoder see {@link TextModel}
     * @param network see {@link TextModel}
     * @throws IllegalArgumentException if the vocabulary has more tokens than the network has embeddings
     */
    public TextModel {
        int tokens = encoder.vocabulary().size();
        int rows = network.tables().get(0).size();
        if (tokens > rows) {
            throw new IllegalArgumentException("tokens must be at most " + (rows - 1)
                    + ", as many as the table of embeddings has rows for, but were " + (tokens - 1));
        }
    }

    /**
     * Runs the model.
     *
     * @param texts what is classified
     * @return logits, {@code [texts][classes]}
     */
    public float[][] logits(List<String> texts) {
        return network.logits(encoder.encode(texts));
    }
}
