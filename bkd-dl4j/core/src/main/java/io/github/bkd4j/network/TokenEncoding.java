package io.github.bkd4j.network;

import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Encoding;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.text.TextEncoder;
import io.github.bkd4j.text.TextEncoding;
import io.github.bkd4j.text.Weighting;
import java.util.List;

/**
 * Adapts a {@link TextEncoding} to {@link Encoding}, for networks.
 *
 * @param text encodes texts as tokens
 * @param lexicon distinct words that are appended to the vocabulary of the training texts
 */
public record TokenEncoding(TextEncoding text, List<String> lexicon) implements Encoding<String> {

    /**
     * Copies the words.
     *
     * @param text see {@link TokenEncoding}
     * @param lexicon see {@link TokenEncoding}
     */
    public TokenEncoding {
        lexicon = List.copyOf(lexicon);
    }

    @Override
    public Fitted fit(List<String> training) {
        return new Fitted(text.fit(training).with(lexicon));
    }

    /**
     * Adapts a {@link TextEncoder} to {@link Encoder}.
     *
     * @param text the fitted text encoder
     */
    public record Fitted(TextEncoder text) implements Encoder<String> {

        @Override
        public Inputs encode(List<String> texts) {
            return new TokenInputs(text.encode(texts));
        }

        @Override
        public InputShape shape() {
            int size = text.vocabulary().size();
            return text.encoding().weighting() == Weighting.SEQUENCE
                    ? new InputShape.TokenSequence(size)
                    : new InputShape.WeightedTokens(size);
        }
    }
}
