package io.github.bkd4j.loss;

import io.github.bkd4j.DoubleNetworks;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The losses' gradients through networks of DL4J, against finite differences of its score. */
class LossInNetworkTest extends DoubleNetworks {

    private static final int CLASSES = 3;

    static List<LogitLoss> losses() {
        return SampleLosses.all();
    }

    @ParameterizedTest
    @MethodSource("losses")
    void denseNetwork(LogitLoss loss) {
        RandomBatch batch = RandomBatch.of(new Random(1), 4, CLASSES);
        INDArray labels = labels(loss, batch);
        MultiLayerNetwork network = network(
                new DenseLayer.Builder()
                        .nIn(CLASSES)
                        .nOut(4)
                        .activation(Activation.TANH)
                        .build(),
                new OutputLayer.Builder(loss)
                        .nIn(4)
                        .nOut(CLASSES)
                        .activation(Activation.IDENTITY)
                        .build());

        for (INDArray mask : Arrays.asList(null, Nd4j.createFromArray(new double[][] {{1}, {0}, {1}, {1}}))) {
            assertGradients(network, batch.logits(), labels, mask);
        }
    }

    static List<LogitLoss> oneOfEachKind() {
        List<Double> weights = List.of(0.25, 0.75, 2.0);
        return List.of(
                new CrossEntropyLoss(),
                new CrossEntropyLoss(weights),
                new FocalLoss(0.5),
                new ClassBalancedSigmoidFocalLoss(2, weights),
                new BkdLoss(2, 0.5, weights),
                new DkdLoss(2, 1, 4, new LdamLoss(SampleLosses.COUNTS, 0.5, 1, weights)));
    }

    /** DL4J hands the loss one row a time step: [instances * time, classes]. */
    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void recurrentNetworkWithAMaskOverTime(LogitLoss loss) {
        RandomBatch steps = RandomBatch.of(new Random(2), 2 * 4, CLASSES); // 2 instances of 4 time steps
        MultiLayerNetwork network = network(
                new LSTM.Builder()
                        .nIn(CLASSES)
                        .nOut(2)
                        .activation(Activation.TANH)
                        .build(),
                new RnnOutputLayer.Builder(loss)
                        .nIn(2)
                        .nOut(CLASSES)
                        .activation(Activation.IDENTITY)
                        .build());
        INDArray labels = overTime(labels(loss, steps));
        INDArray mask = Nd4j.createFromArray(new double[][] {{1, 1, 0, 0}, {1, 1, 1, 1}});

        assertGradients(network, overTime(steps.logits()), labels, mask);
    }

    /** [2 * 4, columns] to [2, columns, 4]. */
    private static INDArray overTime(INDArray rows) {
        return rows.reshape(2, 4, rows.size(1)).permute(0, 2, 1).dup('c');
    }

    private static INDArray labels(LogitLoss loss, RandomBatch batch) {
        INDArray beside = loss instanceof SoftTargetLoss
                ? Arrays2d.softTargets(new KdLoss(2, 1), batch.teacher())
                : batch.teacher();
        return Arrays2d.labels(loss, batch.labels(), beside);
    }
}
