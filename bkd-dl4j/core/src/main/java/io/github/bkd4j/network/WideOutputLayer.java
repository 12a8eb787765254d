package io.github.bkd4j.network;

import io.github.bkd4j.io.Checks;
import java.util.Collection;
import lombok.AccessLevel;
import lombok.EqualsAndHashCode;
import lombok.NoArgsConstructor;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * A linear output layer whose last inputs, one per class, are added to the logits as they are: {@code x W + b + v}.
 * Dropout leaves these alone. The output of a {@link io.github.bkd4j.kernel.WideBagKernel} goes into it.
 */
@NoArgsConstructor(access = AccessLevel.PRIVATE) // DL4J's JSON creates an empty instance and sets its fields
@EqualsAndHashCode(callSuper = true)
public final class WideOutputLayer extends OutputLayer {

    private static final long serialVersionUID = 1L;

    private WideOutputLayer(OutputLayer.Builder builder) {
        super(builder);
    }

    /**
     * Creates the configuration of a layer.
     *
     * @param loss a loss on logits
     * @param inputs length of x, the number of features of the deep part, at least 1
     * @param classes number of logits, and of further inputs, at least 2
     * @param dropout dropout rate of x, at least 0 and less than 1
     * @return the configuration
     * @throws IllegalArgumentException if a value is outside its range
     */
    public static WideOutputLayer of(ILossFunction loss, int inputs, int classes, double dropout) {
        Wiring.positive("inputs", inputs);
        Checks.share("dropout", dropout);
        Checks.atLeast("classes", 2, classes);
        OutputLayer.Builder builder =
                new OutputLayer.Builder(loss).nIn(inputs).nOut(classes).activation(Activation.IDENTITY);
        if (dropout > 0) {
            builder.dropOut(new FirstInputsDropout(1 - dropout, inputs));
        }
        return new WideOutputLayer(builder);
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initializeParams,
            DataType dataType) {
        return Wiring.ready(new WideOutput(configuration, dataType), listeners, index, parameters, initializeParams);
    }
}
