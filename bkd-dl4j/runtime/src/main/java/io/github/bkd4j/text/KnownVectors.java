package io.github.bkd4j.text;

import io.github.bkd4j.io.Checks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Vectors that lie ready; the first words are the lexicon. */
record KnownVectors(WordVectors vectors, int size) implements TokenVectors {

    KnownVectors {
        Checks.atLeast("lexicon", 0, size);
    }

    @Override
    public List<String> lexicon() {
        return vectors.words().stream().limit(size).toList();
    }

    @Override
    public WordVectors of(List<String> tokens) {
        Map<String, float[]> known = new LinkedHashMap<>();
        for (String token : tokens) {
            vectors.vector(token).ifPresent(vector -> known.put(token, vector));
        }
        if (known.isEmpty()) {
            throw new IllegalArgumentException(
                    "word vectors must have a token of the vocabulary but had none of its " + tokens.size());
        }
        return WordVectors.of(known);
    }
}
