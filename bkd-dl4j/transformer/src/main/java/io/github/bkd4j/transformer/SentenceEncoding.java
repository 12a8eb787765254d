package io.github.bkd4j.transformer;

import io.github.bkd4j.input.DenseInputs;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Encoding;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.input.Inputs;
import java.util.List;

/**
 * Encodes texts as sentence embeddings, the input of a head. Nothing is fitted on the training texts, so the encoding
 * is its own encoder.
 *
 * @param encoder embeds the texts
 */
public record SentenceEncoding(SentenceEncoder encoder) implements Encoding<String>, Encoder<String> {

    @Override
    public SentenceEncoding fit(List<String> training) {
        return this;
    }

    @Override
    public Inputs encode(List<String> texts) {
        return new DenseInputs(encoder.embed(texts));
    }

    @Override
    public InputShape shape() {
        return new InputShape.Vector(encoder.dimension());
    }
}
