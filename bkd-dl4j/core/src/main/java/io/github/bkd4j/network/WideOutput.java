package io.github.bkd4j.network;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.OutputLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A running {@link WideOutputLayer}. */
final class WideOutput extends OutputLayer {

    private static final long serialVersionUID = 1L;

    WideOutput(NeuralNetConfiguration configuration, DataType dataType) {
        super(configuration, dataType);
    }

    @Override
    protected INDArray preOutput(boolean training, LayerWorkspaceMgr workspaceMgr) {
        assertInputSet(false);
        applyDropOutIfNecessary(training, workspaceMgr);
        INDArray x = input.castTo(dataType);
        long deep = weights().size(0);
        INDArray logits = columns(x, 0, deep)
                .mmul(weights())
                .addiRowVector(getParam(DefaultParamInitializer.BIAS_KEY))
                .addi(columns(x, deep, x.size(1)));
        return workspaceMgr.leverageTo(ArrayType.ACTIVATIONS, logits);
    }

    private INDArray weights() {
        return getParam(DefaultParamInitializer.WEIGHT_KEY); // [features, classes]
    }

    private static INDArray columns(INDArray array, long from, long to) {
        return array.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to));
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray none, LayerWorkspaceMgr workspaceMgr) {
        INDArray logits = preOutput2d(true, workspaceMgr); // [batch, classes]
        INDArray delta = layerConf()
                .getLossFn()
                .computeGradient(
                        getLabels2d(workspaceMgr, ArrayType.BP_WORKING_MEM),
                        logits,
                        layerConf().getActivationFn(),
                        maskArray);
        INDArray features = columns(input.castTo(dataType), 0, weights().size(0));
        Gradient gradient = new DefaultGradient();
        INDArray byWeights = view(DefaultParamInitializer.WEIGHT_KEY);
        gradient.gradientForVariable()
                .put(
                        DefaultParamInitializer.WEIGHT_KEY,
                        byWeights.assign(features.transpose().mmul(delta)));
        INDArray byBias = view(DefaultParamInitializer.BIAS_KEY);
        gradient.gradientForVariable().put(DefaultParamInitializer.BIAS_KEY, byBias.assign(delta.sum(true, 0)));
        INDArray below = Nd4j.hstack(delta.mmul(weights().transpose()), delta);
        INDArray epsilon = workspaceMgr.leverageTo(ArrayType.ACTIVATION_GRAD, below);
        return new Pair<>(gradient, backpropDropOutIfPresent(epsilon));
    }

    private INDArray view(String parameter) {
        return Objects.requireNonNull(gradientViews.get(parameter));
    }
}
