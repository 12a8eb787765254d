package io.github.bkd4j.transformer;

import io.github.bkd4j.io.Checks;
import io.github.bkd4j.io.Fingerprint;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Several encoders side by side.
 *
 * @param parts at least one
 */
record JoinedEncoder(List<SentenceEncoder> parts) implements SentenceEncoder {

    JoinedEncoder {
        Checks.require(!parts.isEmpty(), "encoders must be at least one but were none");
    }

    @Override
    public String name() {
        return parts.stream().map(SentenceEncoder::name).collect(Collectors.joining("+"));
    }

    @Override
    public Fingerprint fingerprint() {
        return Fingerprint.of().with("joined", parts);
    }

    @Override
    public int dimension() {
        return parts.stream().mapToInt(SentenceEncoder::dimension).sum();
    }

    @Override
    public double weight(int feature) {
        int from = 0;
        for (SentenceEncoder part : parts) {
            if (feature < from + part.dimension()) {
                return part.weight(feature - from);
            }
            from += part.dimension();
        }
        throw new IndexOutOfBoundsException(feature);
    }

    @Override
    public List<String> lexicon() {
        Set<String> words = new LinkedHashSet<>();
        parts.forEach(part -> words.addAll(part.lexicon()));
        return List.copyOf(words);
    }

    @Override
    public float[][] embed(List<String> texts) {
        float[][] joined = new float[texts.size()][dimension()]; // [texts, dimension]
        int from = 0;
        for (SentenceEncoder part : parts) {
            float[][] vectors = part.embed(texts);
            for (int i = 0; i < joined.length; i++) {
                copyScaled(vectors[i], joined[i], from);
            }
            from += part.dimension();
        }
        return joined;
    }

    private void copyScaled(float[] vector, float[] joined, int from) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float scale = squares > 0 ? (float) (1 / Math.sqrt(squares * parts.size())) : 0;
        for (int d = 0; d < vector.length; d++) {
            joined[from + d] = vector[d] * scale;
        }
    }

    @Override
    public SentenceEncoder remembering() {
        return new JoinedEncoder(
                parts.stream().map(SentenceEncoder::remembering).toList());
    }

    @Override
    public SentenceEncoder cachedIn(Path folder) {
        return new JoinedEncoder(
                parts.stream().map(part -> part.cachedIn(folder)).toList());
    }
}
