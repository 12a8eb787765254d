package io.github.bkd4j.network;

import io.github.bkd4j.backend.AnnotatedJson;
import io.github.bkd4j.io.Checks;
import lombok.EqualsAndHashCode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Configuration of a residual shortcut around a block that halves the image and adds channels, option A of He et al.
 * (CVPR 2016): every second row and column, with zero channels before and after. It has no parameters.
 */
@EqualsAndHashCode(callSuper = false)
@AnnotatedJson
public final class ShortcutVertex extends VertexWithoutParameters {

    private static final long serialVersionUID = 1L;

    /** Number of zero channels before, and as many after. */
    private final int zeros;

    /**
     * Creates a shortcut.
     *
     * @param zeros zero channels before those of the input, and as many after, at least 0
     * @throws IllegalArgumentException if less than 0
     */
    @JsonCreator
    public ShortcutVertex(@JsonProperty("zeros") int zeros) {
        this.zeros = Checks.atLeast("zeros", 0, zeros);
    }

    /**
     * The number of zero channels before those of the input, and as many after.
     *
     * @return at least 0
     */
    @JsonProperty("zeros")
    public int zeros() {
        return zeros;
    }

    @Override
    public ShortcutVertex clone() {
        return new ShortcutVertex(zeros);
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray parameters,
            boolean initializeParams,
            DataType dataType) {
        return new RunningShortcutVertex(zeros, graph, name, index, dataType);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType... inputs) {
        InputType.InputTypeConvolutional image = (InputType.InputTypeConvolutional) inputs[0];
        return InputType.convolutional(
                (image.getHeight() + 1) / 2, (image.getWidth() + 1) / 2, image.getChannels() + 2L * zeros);
    }

    @Override
    public String toString() {
        return "shortcut with " + zeros + " channels of zeros before and after";
    }
}
