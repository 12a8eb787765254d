package io.github.bkd4j.input;

import io.github.bkd4j.text.Tokenizer;
import org.deeplearning4j.text.tokenization.tokenizerfactory.TokenizerFactory;

/** DL4J's tokenizers as those of the library. */
public final class Tokenizers {

    private Tokenizers() {}

    /**
     * A tokenizer of DL4J's NLP module, its preprocessor included; a word that the preprocessor leaves empty is
     * dropped.
     *
     * @param name what an archive knows it by, not blank
     * @param factory makes a tokenizer for each text; must be thread-safe
     * @return the tokenizer
     */
    public static Tokenizer of(String name, TokenizerFactory factory) {
        return new Tokenizer(
                name,
                text -> factory.create(text).getTokens().stream()
                        .filter(word -> !word.isEmpty())
                        .toList());
    }
}
