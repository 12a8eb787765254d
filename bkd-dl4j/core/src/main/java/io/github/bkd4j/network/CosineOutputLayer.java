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
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A cosine-normalised output layer without bias: its logits are {@code scale x / |x| . w_c / |w_c|}.
 * {@link io.github.bkd4j.loss.LdamLoss} requires it (Cao et al., NeurIPS 2019).
 */
@NoArgsConstructor(access = AccessLevel.PRIVATE) // DL4J's JSON creates an empty instance and sets its fields
@EqualsAndHashCode(callSuper = true)
public final class CosineOutputLayer extends OutputLayer {

    private static final long serialVersionUID = 1L;

    /** Factor of the cosines. */
    @JsonProperty("scale")
    private double scale;

    private CosineOutputLayer(OutputLayer.Builder builder, double scale) {
        super(builder);
        this.scale = scale;
    }

    /**
     * Creates the configuration of a layer.
     *
     * @param loss a loss on logits
     * @param inputs length of x, the number of features, at least 1
     * @param classes number of logits, at least 2
     * @param scale factor of the cosines, finite and greater than 0
     * @param dropout dropout rate of the inputs, at least 0 and less than 1
     * @return the configuration
     * @throws IllegalArgumentException if a value is outside its range
     */
    public static CosineOutputLayer of(ILossFunction loss, int inputs, int classes, double scale, double dropout) {
        Wiring.positive("inputs", inputs);
        Checks.share("dropout", dropout);
        Checks.atLeast("classes", 2, classes);
        Checks.finiteAndPositive("scale", scale);
        OutputLayer.Builder builder = new OutputLayer.Builder(loss)
                .nIn(inputs)
                .nOut(classes)
                .hasBias(false)
                .activation(Activation.IDENTITY);
        if (dropout > 0) {
            builder.dropOut(1 - dropout); // DL4J expects the probability of keeping a unit
        }
        return new CosineOutputLayer(builder, scale);
    }

    /**
     * The factor of the cosines.
     *
     * @return greater than 0
     */
    public double scale() {
        return scale;
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
                new CosineOutput(configuration, dataType, scale), listeners, index, parameters, initializeParams);
    }
}
