package io.github.bkd4j.text;

import io.github.bkd4j.input.Encoding;
import java.util.List;

/**
 * A recipe whose vocabulary has the words of a lexicon behind those of the training texts.
 *
 * @param encoding how texts become tokens
 * @param lexicon words, each once
 */
public record LexiconEncoding(TextEncoding encoding, List<String> lexicon) implements Encoding<String> {

    /**
     * Copies the words.
     *
     * @param encoding see {@link LexiconEncoding}
     * @param lexicon see {@link LexiconEncoding}
     */
    public LexiconEncoding {
        lexicon = List.copyOf(lexicon);
    }

    @Override
    public TextEncoder fit(List<String> training) {
        return encoding.fit(training).with(lexicon);
    }
}
