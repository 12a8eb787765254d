package io.github.bkd4j.input;

import io.github.bkd4j.text.Tokenizer;
import org.deeplearning4j.text.tokenization.tokenizerfactory.TokenizerFactory;

/** Adapts DL4J's tokenizers to this library. */
public final class Tokenizers {

    private Tokenizers() {}

    /**
     * Wraps a tokenizer of DL4J's NLP module, including its preprocessor. Tokens that the preprocessor leaves empty are
     * dropped.
     *
     * @param name the name recorded in model archives, not blank
     * @param factory creates one tokenizer per text; must be thread-safe
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
