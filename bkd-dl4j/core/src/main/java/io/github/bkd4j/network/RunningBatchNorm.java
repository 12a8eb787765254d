package io.github.bkd4j.network;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The layer of a {@link BatchNorm}: on the CPU in single precision it uses {@link ChannelStatistics}, otherwise DL4J's
 * own layer.
 */
final class RunningBatchNorm extends BatchNormalization {

    private static final long serialVersionUID = 1L;

    private transient @Nullable ChannelStatistics batch; // of the last training forward pass

    RunningBatchNorm(NeuralNetConfiguration configuration, DataType dataType) {
        super(configuration, dataType);
    }

    private boolean inJava(INDArray x) {
        return x.rank() == 4 && ImageBlocks.canRead(dataType);
    }

    @Override
    public INDArray preOutput(INDArray x, TrainingMode training, LayerWorkspaceMgr workspaceMgr) {
        if (!inJava(x)) {
            return super.preOutput(x, training, workspaceMgr);
        }
        INDArray images = ImageBlocks.inOrder(x, dataType); // [batch, channels, height, width]
        ChannelStatistics statistics = training == TrainingMode.TRAIN
                ? ChannelStatistics.of(images, numbers(BatchNormalizationParamInitializer.GLOBAL_MEAN), eps())
                : new ChannelStatistics(
                        numbers(BatchNormalizationParamInitializer.GLOBAL_MEAN),
                        numbers(BatchNormalizationParamInitializer.GLOBAL_VAR),
                        eps());
        batch = training == TrainingMode.TRAIN ? statistics : null;
        INDArray output = workspaceMgr.createUninitialized(ArrayType.ACTIVATIONS, dataType, images.shape());
        statistics.normalise(
                images,
                numbers(BatchNormalizationParamInitializer.GAMMA),
                numbers(BatchNormalizationParamInitializer.BETA),
                output);
        return output;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaceMgr) {
        if (!inJava(epsilon)) {
            return super.backpropGradient(epsilon, workspaceMgr);
        }
        assertInputSet(true);
        if (batch == null) {
            throw new IllegalStateException(
                    "batch normalisation must have run forward in training before it runs back");
        }
        INDArray images = ImageBlocks.inOrder(input, dataType);
        INDArray below = workspaceMgr.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, images.shape());
        double[][] sums = batch.backward(
                images,
                ImageBlocks.inOrder(epsilon, dataType),
                numbers(BatchNormalizationParamInitializer.GAMMA),
                below);
        Gradient gradient = new DefaultGradient();
        put(gradient, BatchNormalizationParamInitializer.BETA, sums[0]);
        put(gradient, BatchNormalizationParamInitializer.GAMMA, sums[1]);
        put(
                gradient,
                BatchNormalizationParamInitializer.GLOBAL_MEAN,
                step(numbers(BatchNormalizationParamInitializer.GLOBAL_MEAN), batch.means()));
        put(
                gradient,
                BatchNormalizationParamInitializer.GLOBAL_VAR,
                step(numbers(BatchNormalizationParamInitializer.GLOBAL_VAR), batch.variances()));
        return new Pair<>(gradient, below);
    }

    /** The update of running statistics in the form of a gradient to subtract, as DL4J maintains them. */
    private double[] step(double[] running, double[] ofBatch) {
        double[] step = new double[running.length];
        for (int c = 0; c < step.length; c++) {
            step[c] = (1 - layerConf().getDecay()) * (running[c] - ofBatch[c]);
        }
        return step;
    }

    private double eps() {
        return layerConf().getEps();
    }

    private double[] numbers(String parameter) {
        return getParam(parameter).toDoubleVector();
    }

    private void put(Gradient gradient, String parameter, double[] values) {
        INDArray view = Objects.requireNonNull(gradientViews.get(parameter));
        view.assign(Nd4j.createFromArray(values).reshape(view.shape()));
        gradient.setGradientFor(parameter, view);
    }
}
