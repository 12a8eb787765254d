package io.github.bkd4j.network;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Scales a network's logits by a factor and adds a constant per class. */
final class ShiftedLogits {

    private ShiftedLogits() {}

    /** Returns an independent network; shifts are [classes]. Refuses a network whose output layer is not linear. */
    static Network of(Network network, double factor, double[] shifts) {
        Object layer = network.graph().getLayer(network.output()).conf().getLayer();
        if (layer.getClass() != OutputLayer.class) {
            throw new IllegalArgumentException("logits can be shifted only where they are a linear function of features"
                    + ", but the output layer was a "
                    + layer.getClass().getSimpleName());
        }
        Network copy = network.copy();
        Layer output = copy.graph().getLayer(network.output());
        output.getParam(DefaultParamInitializer.WEIGHT_KEY).muli(factor);
        INDArray bias = output.getParam(DefaultParamInitializer.BIAS_KEY); // [1, classes]
        bias.muli(factor)
                .addi(Nd4j.createFromArray(shifts).castTo(bias.dataType()).reshape(bias.shape()));
        return copy;
    }
}
