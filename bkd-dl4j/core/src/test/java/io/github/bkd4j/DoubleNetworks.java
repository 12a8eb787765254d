package io.github.bkd4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.gradientcheck.GradientCheckUtil.MLNConfig;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Base of tests with networks of DL4J in double, which its gradient check asks for. */
public abstract class DoubleNetworks {

    private static final DataType USUAL = Nd4j.dataType();

    @BeforeAll
    protected static void everywhereDouble() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    protected static void asUsual() {
        Nd4j.setDefaultDataTypes(USUAL, USUAL);
    }

    protected static MultiLayerNetwork network(Layer... layers) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .seed(5)
                .updater(new NoOp())
                .weightInit(new NormalDistribution(0, 1))
                .list(layers)
                .build());
        network.init();
        return network;
    }

    /** Of the parameters, against finite differences of the score. */
    protected static void assertGradients(
            MultiLayerNetwork network, INDArray input, INDArray labels, @Nullable INDArray mask) {
        assertThat(GradientCheckUtil.checkGradients(new MLNConfig()
                        .net(network)
                        .input(input)
                        .labels(labels)
                        .labelMask(mask)
                        .epsilon(1e-6)
                        .maxRelError(1e-5)
                        .minAbsoluteError(1e-8)
                        .exitOnFirstError(true)))
                .isTrue();
    }
}
