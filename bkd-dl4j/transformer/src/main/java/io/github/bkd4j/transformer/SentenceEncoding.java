package io.github.bkd4j.transformer;

import io.github.bkd4j.input.DenseInputs;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Encoding;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.input.Inputs;
import java.util.List;

/**
 * Texts as their embeddings: the input of a head. Learns nothing from training texts, so that the recipe is the encoder
 * as well.
 *
 * @param encoder what embeds
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
