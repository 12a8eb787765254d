package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.Toy;
import io.github.bkd4j.input.Features;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.kernel.Tokens;
import io.github.bkd4j.loss.CrossEntropyLoss;
import io.github.bkd4j.text.TextEncoding;
import io.github.bkd4j.text.Weighting;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

class BagOfEmbeddingsTest extends EmbeddingArchitectureContract {

    @Override
    Architecture<String> architecture() {
        return Toy.bag().withDropout(0).withHidden(8);
    }

    @Override
    InputShape wrongShape() {
        return new InputShape.TokenSequence(9);
    }

    @Override
    String refusalOfWrongShape() {
        return "bag of embeddings takes weighted tokens but was given TokenSequence[vocabulary=9]";
    }

    @Override
    long parameters(int vocabulary, int classes) {
        return vocabulary * 8L + (8 * 8 + 8) + (8L * classes + classes);
    }

    record Refused(UnaryOperator<BagOfEmbeddings> change, String message) {}

    static Stream<Refused> refused() {
        return Stream.of(
                new Refused(bag -> bag.withDimension(0), "dimension must be >= 1 but was 0"),
                new Refused(bag -> bag.withHidden(-1), "hidden must be >= 0 but was -1"),
                new Refused(bag -> bag.withDropout(1), "dropout must be >= 0 and < 1 but was 1.0"),
                new Refused(bag -> bag.withDropout(-0.1), "dropout must be >= 0 and < 1 but was -0.1"),
                new Refused(bag -> bag.withDropout(Double.NaN), "dropout must be >= 0 and < 1 but was NaN"),
                new Refused(
                        bag -> bag.withEncoding(TextEncoding.sequence()),
                        "a bag of embeddings must have weighted tokens but had a sequence"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aValueOutsideItsRangeIsRefused(Refused refused) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refused.change().apply(BagOfEmbeddings.small()))
                .withMessage(refused.message());
    }

    @Test
    void theCustomarySettings() {
        assertThat(BagOfEmbeddings.small())
                .isEqualTo(new BagOfEmbeddings(TextEncoding.bagOfNgrams(), 128, 0, 0.5, Head.LINEAR, 0))
                .hasToString("BagOfEmbeddings[text=" + TextEncoding.bagOfNgrams()
                        + ", dimension=128, hidden=0, dropout=0.5, head=LINEAR, wideCost=0.0]");
        assertThat(BagOfEmbeddings.small().name()).isEqualTo("bag");
    }

    @Test
    void theMeanIsAnOption() {
        TextEncoding mean = TextEncoding.bagOfNgrams().withWeighting(Weighting.MEAN);
        assertThat(BagOfEmbeddings.small().withEncoding(mean).text()).isEqualTo(mean);
    }

    /**
     * A bag is a dense layer without bias over [batch, vocabulary] weights: where every token is in every batch, its
     * lazy Adam does what DL4J does with that layer.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void trainsAsTheSameDenseNetworkDoes(long seed) {
        int vocabulary = 6;
        ComputationGraph bag =
                Toy.bag().withDropout(0).build(new InputShape.WeightedTokens(vocabulary), 3, adam(), seed);
        bag.setListeners(new RowSparseAdam(adam()));
        ComputationGraph dense = denseTwin(bag, vocabulary);
        int[][] ids = new int[4][];
        Arrays.fill(ids, IntStream.range(0, vocabulary).toArray());
        Random random = new Random(seed);

        for (int step = 0; step < 50; step++) {
            INDArray weights = Nd4j.zeros(DataType.FLOAT, 4, vocabulary);
            INDArray labels = Nd4j.zeros(DataType.FLOAT, 4, 3);
            for (int row = 0; row < 4; row++) {
                labels.putScalar(row, random.nextInt(3), 1);
                for (int token = 0; token < vocabulary; token++) {
                    weights.putScalar(row, token, random.nextGaussian());
                }
            }
            new Network(bag)
                    .fit(
                            new Features(
                                    List.of(Nd4j.create(4, 1)), List.of(), Tokens.of(ids, weights.toFloatMatrix())),
                            labels);
            dense.fit(new INDArray[] {weights}, new INDArray[] {labels});
        }

        assertThat(table(bag, vocabulary).data().asFloat())
                .containsExactly(dense.getParam("embeddings_W").dup('c').data().asFloat(), within(1e-4f));
        assertThat(bag.getParam("output_W").dup('c').data().asFloat())
                .containsExactly(dense.getParam("output_W").dup('c').data().asFloat(), within(1e-4f));
    }

    private static Adam adam() {
        return new Adam(0.01);
    }

    private static INDArray table(ComputationGraph bag, int vocabulary) {
        ParameterTable table = text(new Network(bag)).parameters().get(0);
        INDArray array = Nd4j.zeros(DataType.FLOAT, vocabulary, table.columns());
        for (int row = 0; row < vocabulary; row++) {
            array.putRow(row, Nd4j.createFromArray(table.row(row)));
        }
        return array;
    }

    private static ComputationGraph denseTwin(ComputationGraph bag, int vocabulary) {
        ComputationGraph dense = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .updater(adam())
                .graphBuilder()
                .addInputs("weights")
                .addLayer(
                        "embeddings",
                        new DenseLayer.Builder()
                                .nIn(vocabulary)
                                .nOut(8)
                                .hasBias(false)
                                .activation(Activation.RELU)
                                .build(),
                        "weights")
                .addLayer(
                        "output",
                        new OutputLayer.Builder(new CrossEntropyLoss())
                                .nIn(8)
                                .nOut(3)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "embeddings")
                .setOutputs("output")
                .build());
        dense.init();
        dense.setParam("embeddings_W", table(bag, vocabulary));
        dense.setParam("output_W", bag.getParam("output_W").dup());
        dense.setParam("output_b", bag.getParam("output_b").dup());
        return dense;
    }
}
