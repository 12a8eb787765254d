package io.github.bkd4j.transformer;

import io.github.bkd4j.text.TokenVectors;
import io.github.bkd4j.text.WordVectors;
import java.util.List;

/**
 * A sentence encoder's vectors of single words and n-grams, as initial embeddings of a student. The student then starts
 * with words of similar meaning close together, including words of the encoder's lexicon that occur in no training
 * text.
 *
 * <pre>{@code
 * new Pretrained(BagOfEmbeddings.subwords(), new EncoderVectors(SentenceEncoder.miniLm()))
 * }</pre>
 *
 * @param encoder embeds the tokens; preferably {@link SentenceEncoder#remembering remembering}
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
