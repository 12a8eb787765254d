package io.github.bkd4j.network;

import java.util.Collection;
import lombok.AccessLevel;
import lombok.EqualsAndHashCode;
import lombok.NoArgsConstructor;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of a convolution with 3 x 3 filters, padding 1, without bias or activation: DL4J's layer, but calling
 * the fast ND4J operations that DL4J 1.0.0-M2.1 fails to load.
 */
@NoArgsConstructor(access = AccessLevel.PRIVATE) // DL4J's JSON creates an empty instance and sets its fields
@EqualsAndHashCode(callSuper = true)
public final class Convolution extends ConvolutionLayer {

    private static final long serialVersionUID = 1L;

    private static final int KERNEL = 3;

    private Convolution(ConvolutionLayer.Builder builder) {
        super(builder);
        initializeConstraints(builder);
    }

    static Convolution of(int channels, int filters, int stride) {
        return new Convolution(new ConvolutionLayer.Builder(KERNEL, KERNEL)
                .stride(stride, stride)
                .padding(KERNEL / 2, KERNEL / 2)
                .nIn(channels)
                .nOut(filters)
                .hasBias(false)
                .activation(Activation.IDENTITY));
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initializeParams,
            DataType dataType) {
        return Wiring.ready(
                new RunningConvolution(configuration, dataType), listeners, index, parameters, initializeParams);
    }
}
