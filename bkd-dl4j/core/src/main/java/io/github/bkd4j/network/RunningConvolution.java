package io.github.bkd4j.network;

import io.github.bkd4j.io.Threads;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2DDerivative;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The layer of a {@link Convolution}. On the CPU it calls the operations that DL4J's oneDNN helper would call, which
 * M2.1 fails to load; on a CUDA device it is DL4J's own layer.
 *
 * <p>A batch is split into parts, which the threads share. Parts of large images hold 8 images: from 16 images on,
 * oneDNN 2.3 selects Winograd's algorithm for the backward pass, which is several times slower than the direct one. The
 * split depends on the image size alone, so that results do not depend on the number of threads.
 */
final class RunningConvolution extends ConvolutionLayer {

    private static final long serialVersionUID = 1L;

    private static final int LARGE = 32 * 32; // pixels
    private static final int FEW = 8; // images
    private static final int MANY = 32;

    RunningConvolution(NeuralNetConfiguration configuration, DataType dataType) {
        super(configuration, dataType);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaceMgr) {
        if (!ImageBlocks.onCpu()) {
            return super.activate(training, workspaceMgr);
        }
        assertInputSet(false);
        validateInputRank();
        INDArray weights = getParam(ConvolutionParamInitializer.WEIGHT_KEY); // [filters, channels, 3, 3]
        validateInputDepth(weights.size(1));
        INDArray x = ImageBlocks.inOrder(input, dataType); // [batch, channels, height, width]
        int stride = stride();
        INDArray output = workspaceMgr.createUninitialized(
                ArrayType.ACTIVATIONS,
                dataType,
                x.size(0),
                weights.size(0),
                (x.size(2) - 1) / stride + 1,
                (x.size(3) - 1) / stride + 1);
        Threads.run(
                parts(x),
                part -> run(
                        new Conv2D(), new INDArray[] {part(x, part), weights}, new INDArray[] {part(output, part, x)}));
        return output;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaceMgr) {
        if (!ImageBlocks.onCpu()) {
            return super.backpropGradient(epsilon, workspaceMgr);
        }
        assertInputSet(true);
        INDArray weights = getParam(ConvolutionParamInitializer.WEIGHT_KEY);
        INDArray x = ImageBlocks.inOrder(input, dataType);
        INDArray delta = ImageBlocks.inOrder(epsilon, dataType); // [batch, filters, height / stride, width / stride]
        INDArray below = workspaceMgr.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, x.shape());
        int parts = parts(x);
        INDArray ofParts = workspaceMgr.createUninitialized(
                ArrayType.BP_WORKING_MEM,
                dataType,
                parts,
                weights.size(0),
                weights.size(1),
                weights.size(2),
                weights.size(3));
        Threads.run(
                parts,
                part -> run(
                        new Conv2DDerivative(),
                        new INDArray[] {part(x, part), weights, part(delta, part, x)},
                        new INDArray[] {part(below, part), ofParts.slice(part)}));
        INDArray view = gradientViews.get(ConvolutionParamInitializer.WEIGHT_KEY);
        ofParts.sum(view, 0);
        Gradient gradient = new DefaultGradient();
        gradient.setGradientFor(ConvolutionParamInitializer.WEIGHT_KEY, view, 'c');
        return new Pair<>(gradient, below);
    }

    private int stride() {
        return layerConf().getStride()[0];
    }

    private static int imagesOfPart(INDArray x) {
        return x.size(2) * x.size(3) >= LARGE ? FEW : MANY;
    }

    private static int parts(INDArray x) {
        int images = imagesOfPart(x);
        return Math.toIntExact((x.size(0) + images - 1) / images);
    }

    private static INDArray part(INDArray x, int part) {
        return part(x, part, x);
    }

    /** The images of a part of an array, split like the layer's input. */
    private static INDArray part(INDArray array, int part, INDArray input) {
        long first = (long) part * imagesOfPart(input);
        return array.get(NDArrayIndex.interval(first, Math.min(array.size(0), first + imagesOfPart(input))));
    }

    private void run(CustomOp operation, INDArray[] inputs, INDArray[] outputs) {
        int[] kernel = layerConf().getKernelSize();
        int[] padding = layerConf().getPadding();
        OpContext context = Nd4j.getExecutioner().buildContext();
        try {
            // kernel, stride, padding and dilation, each for height and width; explicit padding; NCHW; filters first
            context.setIArguments(kernel[0], kernel[1], stride(), stride(), padding[0], padding[1], 1, 1, 0, 0, 1);
            context.setInputArrays(inputs);
            context.setOutputArrays(outputs);
            Nd4j.exec(operation, context);
        } finally {
            close(context);
        }
    }

    private static void close(OpContext context) {
        try {
            context.close();
        } catch (Exception e) { // declared by AutoCloseable
            throw new IllegalStateException(e);
        }
    }
}
