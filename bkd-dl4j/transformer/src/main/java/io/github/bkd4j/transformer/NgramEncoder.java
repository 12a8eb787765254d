package io.github.bkd4j.transformer;

import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.text.TextEncoding;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words, pairs of words and runs of 3 to 5 characters, hashed with signs to 1024 features (Weinberger et al., Feature
 * Hashing for Large Scale Multitask Learning, ICML 2009). A token counts 1 + ln(times); vectors have length 1. It knows
 * no meaning, but which words there are, which sentence encoders blur: beside one it helps, alone it does not.
 */
final class NgramEncoder implements SentenceEncoder {

    private static final int BITS = 10; // of the position of a feature
    private static final int GOLDEN = 0x9E3779B9; // spreads hash codes (Knuth's multiplicative hashing)
    private static final double WEIGHT = 0.5; // by cross-validation: more harms rare classes
    private static final TextEncoding TOKENS = TextEncoding.bagOfNgrams().withCharacters(5);

    @Override
    public String name() {
        return "ngrams";
    }

    @Override
    public Fingerprint fingerprint() {
        return Fingerprint.of().with("ngrams", 1); // the version of what is below
    }

    @Override
    public int dimension() {
        return 1 << BITS;
    }

    @Override
    public double weight(int feature) {
        return WEIGHT;
    }

    @Override
    public float[][] embed(List<String> texts) {
        return texts.stream().map(this::embed).toArray(float[][]::new);
    }

    private float[] embed(String text) {
        Map<String, Integer> times = new HashMap<>();
        TOKENS.tokens(text).forEach(token -> times.merge(token, 1, Integer::sum));
        float[] vector = new float[dimension()];
        times.forEach((token, count) -> {
            int hash = token.hashCode() * GOLDEN;
            int sign = (hash << BITS) < 0 ? -1 : 1; // the bit behind those of the position
            vector[hash >>> (Integer.SIZE - BITS)] += (float) (sign * (1 + Math.log(count)));
        });
        return OnnxEncoder.scaled(vector);
    }

    /** Itself: making a vector takes no longer than finding it. */
    @Override
    public SentenceEncoder remembering() {
        return this;
    }

    @Override
    public SentenceEncoder cachedIn(Path folder) {
        return this;
    }
}
