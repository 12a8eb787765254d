package io.github.bkd4j.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/** The losses survive DL4J's JSON and archives, and Java's own serialisation. */
class LossPersistenceTest {

    static List<LogitLoss> losses() {
        return SampleLosses.all();
    }

    @Test
    void noTwoLossesAreAlike() {
        assertThat(new HashSet<>(losses())).hasSameSizeAs(losses()).containsAll(losses());
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theConfigurationAsJsonKeepsTheLoss(LogitLoss loss) {
        ComputationGraphConfiguration read =
                ComputationGraphConfiguration.fromJson(configuration(loss).toJson());

        assertThat(lossOf(read)).isEqualTo(loss).hasSameHashCodeAs(loss).isNotSameAs(loss);
        assertThat(read).isEqualTo(configuration(loss));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aSavedNetworkIsTheSameToTheLastBit(LogitLoss loss) throws IOException {
        ComputationGraph network = new ComputationGraph(configuration(loss));
        network.init();
        INDArray input = Nd4j.createFromArray(new float[][] {{1, -2}, {0.3f, 7}});
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, archive, true);

        ComputationGraph restored =
                ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(archive.toByteArray()), true);

        assertThat(restored.outputSingle(input).toFloatMatrix())
                .isDeepEqualTo(network.outputSingle(input).toFloatMatrix());
        assertThat(lossOf(restored.getConfiguration())).isEqualTo(loss);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void trainingGoesOnFromASavedNetworkAsIfUnbroken(LogitLoss loss) throws IOException {
        ComputationGraph network = new ComputationGraph(configuration(loss));
        network.init();
        fit(network, loss);
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, archive, true);
        INDArray saved = network.params().dup();

        ComputationGraph restored =
                ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(archive.toByteArray()), true);
        fit(network, loss);
        fit(restored, loss);

        assertThat(restored.params()).isEqualTo(network.params()).isNotEqualTo(saved);
    }

    private static void fit(ComputationGraph network, LogitLoss loss) {
        INDArray input = Nd4j.createFromArray(new float[][] {{1, -2}, {0.3f, 7}});
        INDArray labels = Arrays2d.labels(
                loss,
                Nd4j.createFromArray(new float[][] {{0, 1, 0}, {0, 0, 1}}),
                Nd4j.createFromArray(new float[][] {{2, 1, -1}, {0, 3, 1}}));
        for (int step = 0; step < 3; step++) {
            network.fit(new INDArray[] {input}, new INDArray[] {labels});
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void serialisationKeepsTheLossAtWork(LogitLoss loss) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(loss);
        }
        INDArray logits = Nd4j.createFromArray(new double[][] {{1, 2, 4}});
        INDArray own = Arrays2d.labels(
                loss,
                Nd4j.createFromArray(new double[][] {{0, 1, 0}}),
                Nd4j.createFromArray(new double[][] {{0.5, 0.25, 0.25}}));

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            LogitLoss read = (LogitLoss) in.readObject();

            assertThat(read).isEqualTo(loss);
            assertThat(read.terms(own, logits)).isEqualTo(loss.terms(own, logits));
        }
    }

    private static ComputationGraphConfiguration configuration(LogitLoss loss) {
        return new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(0.1))
                .graphBuilder()
                .addInputs("in")
                .addLayer(
                        "out",
                        new OutputLayer.Builder(loss)
                                .nIn(2)
                                .nOut(3)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "in")
                .setOutputs("out")
                .build();
    }

    private static ILossFunction lossOf(ComputationGraphConfiguration configuration) {
        LayerVertex out =
                (LayerVertex) Objects.requireNonNull(configuration.getVertices().get("out"));
        return ((OutputLayer) out.getLayerConf().getLayer()).getLossFn();
    }
}
