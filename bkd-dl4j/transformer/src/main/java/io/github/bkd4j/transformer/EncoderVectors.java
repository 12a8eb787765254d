package io.github.bkd4j.transformer;

import io.github.bkd4j.text.TokenVectors;
import io.github.bkd4j.text.WordVectors;
import java.util.List;

/**
 * What a sentence encoder makes of single words and n-grams: a student whose embeddings start from them knows from the
 * first step which words mean alike, those of the encoder's lexicon included, whether or not a training text has them.
 *
 * <pre>{@code
 * new Pretrained(BagOfEmbeddings.subwords(), new EncoderVectors(SentenceEncoder.miniLm()))
 * }</pre>
 *
 * @param encoder embeds the tokens; best one that remembers
 */
public record EncoderVectors(SentenceEncoder encoder) implements TokenVectors {

    @Override
    public List<String> lexicon() {
        return encoder.lexicon();
    }

    @Override
    public WordVectors of(List<String> tokens) {
        return WordVectors.embedding(tokens, encoder::embed);
    }
}
