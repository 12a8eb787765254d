package io.github.bkd4j.transformer;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import io.github.bkd4j.io.Fingerprint;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adapts a LangChain4j embedding model to a sentence encoder; needs {@code dev.langchain4j:langchain4j-core} on the
 * class path. Thread-safe if the model is. Blank texts, which LangChain4j refuses, get the zero vector.
 *
 * <pre>{@code
 * SentenceEncoder encoder = new LangChainEncoder("text-embedding-3-small", model).cachedIn(Path.of("vectors"));
 * }</pre>
 */
public final class LangChainEncoder implements SentenceEncoder {

    private final String name;
    private final EmbeddingModel model;
    private final int dimension;

    /**
     * Wraps a model.
     *
     * @param name identifies the model, for instance in a cache; models with different vectors need different names
     * @param model embeds the texts; its dimension is read once
     */
    public LangChainEncoder(String name, EmbeddingModel model) {
        this.name = name;
        this.model = model;
        this.dimension = model.dimension();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Fingerprint fingerprint() {
        return Fingerprint.of().with("langchain4j", name);
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public float[][] embed(List<String> texts) {
        float[][] vectors = new float[texts.size()][dimension];
        int[] asked = IntStream.range(0, vectors.length)
                .filter(i -> !texts.get(i).isBlank())
                .toArray();
        if (asked.length > 0) {
            fill(vectors, asked, texts);
        }
        return vectors;
    }

    private void fill(float[][] vectors, int[] asked, List<String> texts) {
        List<Embedding> answers = model.embedAll(IntStream.of(asked)
                        .mapToObj(i -> TextSegment.from(texts.get(i)))
                        .toList())
                .content();
        require(answers.size() == asked.length, asked.length + " vectors but gave " + answers.size());
        for (int i = 0; i < asked.length; i++) {
            float[] vector = answers.get(i).vector();
            require(vector.length == dimension, "vectors of " + dimension + " numbers but gave " + vector.length);
            vectors[asked[i]] = vector.clone();
        }
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            throw new EncoderException("encoder " + name + " must give " + rule);
        }
    }

    @Override
    public String toString() {
        return "LangChainEncoder[name=" + name + "]";
    }
}
