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
import org.nd4j.linalg.ops.transforms.Transforms;

/** A running {@link CosineOutputLayer}. */
final class CosineOutput extends OutputLayer {

    private static final long serialVersionUID = 1L;

    private static final double SMALLEST_NORM = 1e-12; // a smaller norm is raised to this before the division

    private final double scale;

    CosineOutput(NeuralNetConfiguration configuration, DataType dataType, double scale) {
        super(configuration, dataType);
        this.scale = scale;
    }

    @Override
    public boolean hasBias() {
        return false;
    }

    @Override
    protected INDArray preOutput(boolean training, LayerWorkspaceMgr workspaceMgr) {
        assertInputSet(false);
        applyDropOutIfNecessary(training, workspaceMgr);
        INDArray x = input.castTo(dataType);
        INDArray w = getParam(DefaultParamInitializer.WEIGHT_KEY);
        INDArray cosines = x.divColumnVector(norms(x, 1)).mmul(w.divRowVector(norms(w, 0)));
        return workspaceMgr.leverageTo(ArrayType.ACTIVATIONS, cosines.muli(scale));
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
        INDArray x = input.castTo(dataType); // [batch, inputs]
        INDArray w = getParam(DefaultParamInitializer.WEIGHT_KEY); // [inputs, classes]
        INDArray xNorms = norms(x, 1);
        INDArray wNorms = norms(w, 0);
        INDArray xUnit = x.divColumnVector(xNorms);
        INDArray wUnit = w.divRowVector(wNorms);

        // the gradient of a unit vector is orthogonal to it: subtract its part along the vector, the sum of logit *
        // delta
        INDArray along = logits.mul(delta);
        INDArray scaled = delta.mul(scale);
        INDArray wGradient = xUnit.transpose()
                .mmul(scaled)
                .subi(wUnit.mulRowVector(along.sum(0)))
                .diviRowVector(wNorms);
        INDArray xGradient = scaled.mmul(wUnit.transpose())
                .subi(xUnit.mulColumnVector(along.sum(1)))
                .diviColumnVector(xNorms);

        Gradient gradient = new DefaultGradient();
        INDArray view = Objects.requireNonNull(gradientViews.get(DefaultParamInitializer.WEIGHT_KEY))
                .assign(wGradient);
        gradient.gradientForVariable().put(DefaultParamInitializer.WEIGHT_KEY, view);
        INDArray epsilon = workspaceMgr.leverageTo(ArrayType.ACTIVATION_GRAD, xGradient);
        return new Pair<>(gradient, backpropDropOutIfPresent(epsilon));
    }

    private static INDArray norms(INDArray vectors, int dimension) {
        return Transforms.max(vectors.norm2(dimension), SMALLEST_NORM);
    }
}
