package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Our layers of images give what DL4J's own give, slowly. */
class ImageLayersTest {

    private static final String HELPERS = "org.eclipse.deeplearning4j.helpers.disable";

    private static ComputationGraph graph(Layer convolution, Layer norm) {
        ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(3)
                .updater(new Sgd(0.5))
                .graphBuilder()
                .addInputs("image")
                .addLayer("norm-first", norm.clone(), "image")
                .addLayer("convolution", convolution, "norm-first")
                .addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), "convolution")
                .addLayer(
                        "output",
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nIn(5)
                                .nOut(3)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "pool")
                .setOutputs("output")
                .build());
        graph.init();
        return graph;
    }

    private static ComputationGraph ours(int stride) {
        return graph(Convolution.of(4, 5, stride), BatchNorm.of(4));
    }

    private static ComputationGraph dl4js(int stride) {
        return graph(
                new ConvolutionLayer.Builder(3, 3)
                        .stride(stride, stride)
                        .padding(1, 1)
                        .nIn(4)
                        .nOut(5)
                        .hasBias(false)
                        .activation(Activation.IDENTITY)
                        .build(),
                new BatchNormalization.Builder().nIn(4).nOut(4).useLogStd(false).build());
    }

    /** One part and several, whole and broken, small images and large ones. */
    @ParameterizedTest
    @CsvSource({"1, 1, 6", "1, 37, 6", "2, 64, 7", "1, 19, 32", "2, 8, 33"})
    void threeStepsGiveTheSame(int stride, int batch, int side) {
        ComputationGraph ours = ours(stride);
        ComputationGraph dl4js = dl4js(stride);
        dl4js.setParams(ours.params().dup());
        INDArray images =
                Nd4j.randn(DataType.FLOAT, batch, 4, side, side).muli(3).addi(20);
        INDArray labels = Nd4j.zeros(DataType.FLOAT, batch, 3);
        for (int i = 0; i < batch; i++) {
            labels.putScalar(i, i % 3, 1);
        }

        for (int step = 0; step < 3; step++) {
            ours.fit(new INDArray[] {images}, new INDArray[] {labels});
            dl4js.fit(new INDArray[] {images}, new INDArray[] {labels});
        }

        assertThat(ours.params().toFloatVector()).containsExactly(dl4js.params().toFloatVector(), within(2e-3f));
        assertThat(ours.outputSingle(images).toFloatMatrix()[0])
                .containsExactly(dl4js.outputSingle(images).toFloatMatrix()[0], within(1e-3f));
    }

    /**
     * A notice, not a wish: once an upgrade of DL4J makes this fail, its layers find oneDNN by themselves, and
     * Convolution and BatchNorm may be measured against them and go (decision 14).
     */
    @Test
    void dl4jStillFindsNoOneDnnHelper() {
        String before = System.getProperty(HELPERS);
        System.setProperty(HELPERS, "false");
        try {
            List<org.deeplearning4j.nn.api.Layer> layers = Arrays.asList(dl4js(1).getLayers());
            assertThat(layers)
                    .extracting(org.deeplearning4j.nn.api.Layer::getHelper)
                    .containsOnlyNulls();
        } finally {
            if (before == null) {
                System.clearProperty(HELPERS);
            } else {
                System.setProperty(HELPERS, before);
            }
        }
    }
}
