package io.github.bkd4j.network;

import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Encoding;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.text.TextEncoding;
import io.github.bkd4j.text.TokenVectors;
import io.github.bkd4j.text.Vocabulary;
import io.github.bkd4j.text.WordVectors;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A text network whose embeddings are initialised from word vectors. Its vocabulary holds the words of the vectors'
 * lexicon as well as those of the training texts. Vectors longer than the embeddings are reduced to their principal
 * components. Tokens without a vector, such as character n-grams, are initialised at random. All embeddings are trained
 * further.
 *
 * <pre>{@code
 * new Pretrained(BagOfEmbeddings.small(), TokenVectors.of(WordVectors.read(Path.of("glove.6B.100d.txt")), 20_000))
 * }</pre>
 *
 * @param architecture the text network
 * @param vectors initial embeddings, at least as long as the network's
 */
public record Pretrained(TextArchitecture architecture, TokenVectors vectors) implements TextArchitecture {

    private static final double NORM = 2.5; // mean norm of the initial embeddings, chosen by cross-validation

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
    public Pretrained startedOn(Encoder<String> encoder, Inputs inputs, int[] truth, int classes) {
        return new Pretrained(architecture.startedOn(encoder, inputs, truth, classes), vectors);
    }

    @Override
    public Pretrained startedOnSets(Encoder<String> encoder, Inputs inputs, int[][] sets, int labels) {
        return new Pretrained(architecture.startedOnSets(encoder, inputs, sets, labels), vectors);
    }

    @Override
    public ComputationGraph build(InputShape input, int classes, IUpdater updater, long seed) {
        return architecture.build(input, classes, updater, seed);
    }

    /** Copies the vectors into the embedding table. */
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
