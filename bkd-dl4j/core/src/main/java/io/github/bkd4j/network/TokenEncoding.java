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
 * Texts as tokens for a network: a {@link TextEncoding} as {@link Encoding}.
 *
 * @param text how texts become tokens
 * @param lexicon words, each once, which the vocabulary has behind those of the training texts
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
     * A {@link TextEncoder} as {@link Encoder}.
     *
     * @param text makes tokens
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
