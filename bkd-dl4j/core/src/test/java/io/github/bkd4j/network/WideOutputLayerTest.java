package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.loss.CrossEntropyLoss;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Its gradients are checked with those of a whole network, in {@link WideBagTest}. */
class WideOutputLayerTest {

    private static MultiLayerNetwork network(double dropout) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new NoOp())
                .list(WideOutputLayer.of(new CrossEntropyLoss(), 2, 3, dropout))
                .build());
        network.init();
        network.setParam("0_W", Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5, 6}}));
        network.setParam("0_b", Nd4j.createFromArray(new float[][] {{0.5f, 0, 0}}));
        return network;
    }

    /** (1, -1) W = (-3, -3, -3), and b = (0.5, 0, 0), and the last inputs. */
    @Test
    void theLastInputsAreAddedToTheLogits() {
        INDArray input = Nd4j.createFromArray(new float[][] {{1, -1, 10, 20, 30}});
        assertThat(network(0).output(input).toFloatVector()).containsExactly(7.5f, 17, 27);
    }

    @Test
    void dropoutLeavesThemAlone() {
        INDArray input = Nd4j.createFromArray(new float[][] {{0, 0, 10, 20, 30}});
        for (int i = 0; i < 5; i++) {
            assertThat(network(0.5).output(input, true).toFloatVector()).containsExactly(10.5f, 20, 30);
        }
        INDArray deep = Nd4j.ones(20, 5);
        assertThat(network(0.5).output(deep, true)).isNotEqualTo(network(0).output(deep, true));
    }

    @Test
    void jsonKeepsIt() {
        MultiLayerConfiguration configuration = network(0.5).getLayerWiseConfigurations();
        assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
        assertThat(WideOutputLayer.of(new CrossEntropyLoss(), 2, 3, 0))
                .isEqualTo(WideOutputLayer.of(new CrossEntropyLoss(), 2, 3, 0))
                .isNotEqualTo(WideOutputLayer.of(new CrossEntropyLoss(), 2, 3, 0.5));
        assertThat(configuration.getConf(0).getLayer())
                .isInstanceOf(WideOutputLayer.class)
                .isNotEqualTo(CosineOutputLayer.of(new CrossEntropyLoss(), 2, 3, 1, 0));
    }
}
