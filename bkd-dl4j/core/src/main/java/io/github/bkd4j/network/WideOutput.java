package io.github.bkd4j.network;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A running {@link WideOutputLayer}. Its weights are {@code [features, classes]}. */
final class WideOutput extends LogitsOutput {

    private static final long serialVersionUID = 1L;

    WideOutput(NeuralNetConfiguration configuration, DataType dataType) {
        super(configuration, dataType);
    }

    @Override
    INDArray logits(INDArray x) {
        long deep = weights().size(0);
        return columns(x, 0, deep)
                .mmul(weights())
                .addiRowVector(getParam(DefaultParamInitializer.BIAS_KEY))
                .addi(columns(x, deep, x.size(1)));
    }

    @Override
    INDArray backprop(INDArray x, INDArray logits, INDArray delta, Gradient gradient) {
        INDArray features = columns(x, 0, weights().size(0));
        put(gradient, DefaultParamInitializer.WEIGHT_KEY, features.transpose().mmul(delta));
        put(gradient, DefaultParamInitializer.BIAS_KEY, delta.sum(true, 0));
        return Nd4j.hstack(delta.mmul(weights().transpose()), delta);
    }

    private static INDArray columns(INDArray array, long from, long to) {
        return array.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to));
    }
}
