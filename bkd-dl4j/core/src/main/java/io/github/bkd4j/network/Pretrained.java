package io.github.bkd4j.network;

import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Encoding;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.text.LexiconEncoding;
import io.github.bkd4j.text.TextEncoder;
import io.github.bkd4j.text.TextEncoding;
import io.github.bkd4j.text.TokenVectors;
import io.github.bkd4j.text.Vocabulary;
import io.github.bkd4j.text.WordVectors;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A network of texts whose embeddings start from word vectors instead of chance, and which knows the words of their
 * lexicon as well as those of the training texts. Vectors that are longer than the embeddings are reduced to their
 * principal components. Tokens without a vector, parts of words among them, start from chance as before. All are
 * trained on.
 *
 * <pre>{@code
 * new Pretrained(BagOfEmbeddings.small(), TokenVectors.of(WordVectors.read(Path.of("glove.6B.100d.txt")), 20_000))
 * }</pre>
 *
 * @param architecture the network, whose encoding is a {@link TextEncoding}
 * @param vectors what its embeddings start from
 */
public record Pretrained(Architecture<String> architecture, TokenVectors vectors) implements Architecture<String> {

    private static final double NORM = 2.5; // of new embeddings, on average: found by cross-validation

    /**
     * Checks the encoding.
     *
     * @param architecture see {@link Pretrained}
     * @param vectors see {@link Pretrained}
     * @throws IllegalArgumentException if the architecture does not encode texts as tokens
     */
    public Pretrained {
        tokens(architecture);
    }

    private static TextEncoding tokens(Architecture<String> architecture) {
        if (architecture.encoding() instanceof TextEncoding encoding) {
            return encoding;
        }
        throw new IllegalArgumentException("architecture must encode texts as tokens but was " + architecture.name());
    }

    @Override
    public String name() {
        return architecture.name();
    }

    @Override
    public Encoding<String> encoding() {
        return new LexiconEncoding(tokens(architecture), vectors.lexicon());
    }

    @Override
    public double learningRate() {
        return architecture.learningRate();
    }

    @Override
    public Head head() {
        return architecture.head();
    }

    @Override
    public ComputationGraph build(InputShape input, int classes, IUpdater updater, long seed) {
        return architecture.build(input, classes, updater, seed);
    }

    /** Writes the vectors into the table of embeddings. */
    @Override
    public void warmStart(Network network, Encoder<String> encoder) {
        Vocabulary vocabulary = ((TextEncoder) encoder).vocabulary();
        for (TextVertex vertex : network.texts().values()) {
            ParameterTable table = vertex.parameters().get(0);
            WordVectors start = fitted(vectors.of(vocabulary.words()), vertex.dimension());
            for (String word : start.words()) {
                float[] vector = start.vector(word).orElseThrow();
                System.arraycopy(vector, 0, table.row(vocabulary.id(word)), 0, vector.length);
            }
        }
    }

    /** Vectors that are shorter than an embedding are its beginning; the rest of it starts from chance. */
    private static WordVectors fitted(WordVectors vectors, int dimension) {
        return (vectors.dimension() > dimension ? vectors.reduced(dimension) : vectors).scaledTo(NORM);
    }
}
