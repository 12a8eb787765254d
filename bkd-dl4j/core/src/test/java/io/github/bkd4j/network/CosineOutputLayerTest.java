package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.DoubleNetworks;
import io.github.bkd4j.loss.BkdLoss;
import io.github.bkd4j.loss.CrossEntropyLoss;
import io.github.bkd4j.loss.FocalLoss;
import io.github.bkd4j.loss.LdamLoss;
import io.github.bkd4j.loss.LogitLoss;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class CosineOutputLayerTest extends DoubleNetworks {

    private static final int INPUTS = 4;
    private static final int CLASSES = 3;
    private static final List<Long> COUNTS = List.of(81L, 16L, 1L);
    private static final List<Double> WEIGHTS = List.of(0.25, 0.75, 2.0);

    @Test
    void byHand() {
        // x = (3, 4) has length 5, the classes' vectors are (2, 0), (0, 7) and (-6, 8): cosines 3/5, 4/5, 14/50
        MultiLayerNetwork network = network(CosineOutputLayer.of(new CrossEntropyLoss(), 2, CLASSES, 10, 0));
        network.setParam("0_W", Nd4j.createFromArray(new double[][] {{2, 0, -6}, {0, 7, 8}}));

        assertClose(
                network.output(Nd4j.createFromArray(new double[][] {{3, 4}, {-3, -4}})),
                Nd4j.createFromArray(new double[][] {{6, 8, 2.8}, {-6, -8, -2.8}}));
    }

    @Test
    void itHasNoBias() {
        assertThat(network(layer(new CrossEntropyLoss())).paramTable()).containsOnlyKeys("0_W");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neitherLengthMatters(long seed) {
        MultiLayerNetwork network = network(layer(new CrossEntropyLoss()));
        INDArray input = gaussians(seed, 5, INPUTS);
        INDArray before = network.output(input);

        network.setParam("0_W", network.getParam("0_W").mul(17));

        assertClose(network.output(input.mul(0.01)), before);
        assertThat(before.ameanNumber().doubleValue()).isGreaterThan(0.1);
        assertThat(DoubleStream.of(before.data().asDouble())).allMatch(logit -> Math.abs(logit) <= 3 + 1e-12);
    }

    static List<LogitLoss> losses() {
        return List.of(
                new CrossEntropyLoss(),
                new CrossEntropyLoss(WEIGHTS),
                new FocalLoss(0.5),
                new LdamLoss(COUNTS, 1.5, 1, null),
                new LdamLoss(COUNTS, 0.5, 3, WEIGHTS),
                new BkdLoss(2, 0.5, 2, WEIGHTS, new LdamLoss(COUNTS, 1.5, 1, WEIGHTS)));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradientsAgreeWithFiniteDifferences(LogitLoss loss) {
        MultiLayerNetwork network = network(layer(loss));

        assertGradients(network, loss, null);
        assertGradients(network, loss, Nd4j.createFromArray(new double[][] {{1}, {0}, {1}, {1}}));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradientsBelowAgreeWithFiniteDifferences(LogitLoss loss) {
        DenseLayer hidden = new DenseLayer.Builder()
                .nIn(INPUTS)
                .nOut(INPUTS)
                .activation(Activation.TANH)
                .build();

        assertGradients(network(hidden, layer(loss)), loss, null);
    }

    private static void assertGradients(MultiLayerNetwork network, LogitLoss loss, @Nullable INDArray mask) {
        INDArray hard = Nd4j.createFromArray(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 0, 0}});
        INDArray labels = loss.needsTeacher() ? Nd4j.concat(1, hard, gaussians(3, 4, CLASSES)) : hard;

        assertGradients(network, gaussians(2, 4, INPUTS), labels, mask);
    }

    /** What a ReLU makes of features that are all below 0. */
    @Test
    void featuresOfZeroHaveLogitsOfZeroAndNoGradient() {
        MultiLayerNetwork network = network(
                new DenseLayer.Builder()
                        .nIn(INPUTS)
                        .nOut(INPUTS)
                        .activation(Activation.RELU)
                        .build(),
                layer(new CrossEntropyLoss()));
        network.setParam("0_W", Nd4j.ones(DataType.DOUBLE, INPUTS, INPUTS));
        INDArray input = Nd4j.ones(DataType.DOUBLE, 1, INPUTS).neg();

        network.setInput(input);
        network.setLabels(Nd4j.createFromArray(new double[][] {{1, 0, 0}}));
        network.computeGradientAndScore();

        assertThat(network.output(input).data().asDouble()).containsOnly(0);
        assertThat(network.score()).isCloseTo(Math.log(CLASSES), within(1e-12));
        assertThat(network.gradient().gradient().data().asDouble()).containsOnly(0);
    }

    @Test
    void dropoutActsInTrainingAlone() {
        CosineOutputLayer dropping = CosineOutputLayer.of(new CrossEntropyLoss(), INPUTS, CLASSES, 3, 0.5);
        MultiLayerNetwork network = network(dropping);
        INDArray input = gaussians(4, 20, INPUTS);

        assertThat(network.output(input, false))
                .isEqualTo(network(layer(new CrossEntropyLoss())).output(input, false));
        assertThat(network.output(input, true)).isNotEqualTo(network.output(input, false));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void jsonAndArchiveKeepIt(LogitLoss loss) throws IOException {
        MultiLayerNetwork network = network(layer(loss));
        INDArray input = gaussians(5, 6, INPUTS);
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, archive, true);

        MultiLayerNetwork restored =
                ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(archive.toByteArray()), true);

        assertThat(restored.output(input)).isEqualTo(network.output(input));
        assertThat(MultiLayerConfiguration.fromJson(
                                network.getLayerWiseConfigurations().toJson())
                        .getConf(0)
                        .getLayer())
                .isEqualTo(network.getLayerWiseConfigurations().getConf(0).getLayer());
        assertThat(network.clone().output(input)).isEqualTo(network.output(input));
    }

    @Test
    void anotherScaleIsAnotherLayer() {
        assertThat(layer(new CrossEntropyLoss()))
                .isEqualTo(layer(new CrossEntropyLoss()))
                .isNotEqualTo(CosineOutputLayer.of(new CrossEntropyLoss(), INPUTS, CLASSES, 4, 0))
                .isNotEqualTo(layer(new FocalLoss(1)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aScaleOutOfRangeIsRefused(double scale) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CosineOutputLayer.of(new CrossEntropyLoss(), 4, 3, scale, 0))
                .withMessage("scale must be finite and > 0 but was " + scale);
    }

    @Test
    void sizesAndDropoutOutOfRangeAreRefused() {
        LogitLoss loss = new CrossEntropyLoss();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CosineOutputLayer.of(loss, 0, 3, 30, 0))
                .withMessage("inputs must be >= 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CosineOutputLayer.of(loss, 4, 1, 30, 0))
                .withMessage("classes must be >= 2 but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CosineOutputLayer.of(loss, 4, 3, 30, 1))
                .withMessage("dropout must be >= 0 and < 1 but was 1.0");
    }

    private static CosineOutputLayer layer(LogitLoss loss) {
        return CosineOutputLayer.of(loss, INPUTS, CLASSES, 3, 0);
    }

    private static INDArray gaussians(long seed, int rows, int columns) {
        Random random = new Random(seed);
        return Nd4j.createFromArray(DoubleStream.generate(random::nextGaussian)
                        .limit((long) rows * columns)
                        .toArray())
                .reshape(rows, columns);
    }

    private static void assertClose(INDArray actual, INDArray expected) {
        assertThat(actual.dup('c').data().asDouble())
                .containsExactly(expected.dup('c').data().asDouble(), within(1e-12));
    }
}
