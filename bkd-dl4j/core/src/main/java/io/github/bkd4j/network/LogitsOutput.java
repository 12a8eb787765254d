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

/** Base of the running output layers whose logits are no plain linear function of their inputs. */
abstract class LogitsOutput extends OutputLayer {

    private static final long serialVersionUID = 1L;

    LogitsOutput(NeuralNetConfiguration configuration, DataType dataType) {
        super(configuration, dataType);
    }

    /** Logits of inputs after dropout, [batch, classes] of [batch, inputs]. */
    abstract INDArray logits(INDArray x);

    /**
     * Writes the gradients of the parameters.
     *
     * @param x inputs after dropout, [batch, inputs]
     * @param logits of these, [batch, classes]
     * @param delta derivative of the loss with respect to the logits, [batch, classes]
     * @param gradient written to by {@link #put}
     * @return derivative with respect to x, [batch, inputs]
     */
    abstract INDArray backprop(INDArray x, INDArray logits, INDArray delta, Gradient gradient);

    final INDArray weights() {
        return getParam(DefaultParamInitializer.WEIGHT_KEY); // [inputs, classes]
    }

    final void put(Gradient gradient, String parameter, INDArray values) {
        INDArray view = Objects.requireNonNull(gradientViews.get(parameter));
        gradient.gradientForVariable().put(parameter, view.assign(values));
    }

    @Override
    protected final INDArray preOutput(boolean training, LayerWorkspaceMgr workspaceMgr) {
        assertInputSet(false);
        applyDropOutIfNecessary(training, workspaceMgr);
        return workspaceMgr.leverageTo(ArrayType.ACTIVATIONS, logits(input.castTo(dataType)));
    }

    @Override
    public final Pair<Gradient, INDArray> backpropGradient(INDArray none, LayerWorkspaceMgr workspaceMgr) {
        INDArray logits = preOutput2d(true, workspaceMgr);
        INDArray delta = layerConf()
                .getLossFn()
                .computeGradient(
                        getLabels2d(workspaceMgr, ArrayType.BP_WORKING_MEM),
                        logits,
                        layerConf().getActivationFn(),
                        maskArray);
        Gradient gradient = new DefaultGradient();
        INDArray below = backprop(input.castTo(dataType), logits, delta, gradient);
        INDArray epsilon = workspaceMgr.leverageTo(ArrayType.ACTIVATION_GRAD, below);
        return new Pair<>(gradient, backpropDropOutIfPresent(epsilon));
    }
}
