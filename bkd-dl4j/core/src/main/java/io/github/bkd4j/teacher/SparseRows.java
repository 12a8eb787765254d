package io.github.bkd4j.teacher;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import io.github.bkd4j.text.TextEncoder;
import io.github.bkd4j.text.TokenRows;
import io.github.bkd4j.text.Vocabulary;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts in LIBLINEAR's format: the weighted known tokens in order of their ids, and a constant. */
final class SparseRows {

    private SparseRows() {}

    /** One row per text, [texts][known tokens + 1]. */
    static Feature[][] of(TextEncoder encoder, List<String> texts) {
        TokenRows tokens = encoder.encode(texts);
        Feature constant = new FeatureNode(width(encoder), 1);
        return IntStream.range(0, texts.size())
                .mapToObj(text -> row(tokens, text, constant))
                .toArray(Feature[][]::new);
    }

    /** The largest feature index, which is that of the constant. */
    static int width(TextEncoder encoder) {
        return encoder.vocabulary().size();
    }

    private static Feature[] row(TokenRows tokens, int text, Feature constant) {
        int[] ids = tokens.ids(text);
        float[] weights = tokens.weights(text);
        Stream<Feature> known = IntStream.range(0, ids.length)
                .filter(i -> ids[i] != Vocabulary.UNKNOWN)
                .mapToObj(i -> new FeatureNode(ids[i], weights[i]));
        return Stream.concat(known, Stream.of(constant)).toArray(Feature[]::new);
    }
}
