package io.github.bkd4j.network;

import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Encoding;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.kernel.ParameterTable;
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
 * @param architecture the network
 * @param vectors what its embeddings start from
 */
public record Pretrained(TextArchitecture architecture, TokenVectors vectors) implements TextArchitecture {

    private static final double NORM = 2.5; // of new embeddings, on average: found by cross-validation

    @Override
    public String name() {
        return architecture.name();
    }

    @Override
    public TextEncoding text() {
        return architecture.text();
    }

    @Override
    public Encoding<String> encoding() {
        return new TokenEncoding(text(), vectors.lexicon());
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
        Vocabulary vocabulary = ((TokenEncoding.Fitted) encoder).text().vocabulary();
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
        return (vectors.dimension() > dimension ? PrincipalComponents.reduced(vectors, dimension) : vectors)
                .scaledTo(NORM);
    }
}
