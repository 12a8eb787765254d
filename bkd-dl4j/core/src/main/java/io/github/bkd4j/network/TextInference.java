package io.github.bkd4j.network;

import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.io.Threads;
import io.github.bkd4j.kernel.OutputKernel;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.kernel.TextKernel;
import io.github.bkd4j.text.TokenInputs;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A text vertex and an output layer in plain Java: without native calls, and without a lock. */
final class TextInference implements Inference {

    private static final int CHUNK = 64; // texts of a task

    private final TextKernel kernel;
    private final List<ParameterTable> parameters;
    private final OutputKernel output;

    private TextInference(TextVertex vertex, OutputKernel output) {
        this.kernel = vertex.kernel();
        this.parameters = vertex.parameters();
        this.output = output;
    }

    /** The inference of a graph that is one text vertex and one output layer; empty for any other graph. */
    static Optional<TextInference> of(ComputationGraph graph, Iterable<TextVertex> texts) {
        int vertices = graph.getConfiguration().getVertices().size();
        OutputKernel output = vertices == 2 && graph.getNumOutputArrays() == 1 ? output(graph.getOutputLayer(0)) : null;
        for (TextVertex text : texts) {
            if (output != null) {
                return Optional.of(new TextInference(text, output));
            }
        }
        return Optional.empty();
    }

    private static @Nullable OutputKernel output(Layer layer) {
        Object configuration = layer.conf().getLayer();
        float[][] weights = layer.getParam("W").toFloatMatrix(); // [features, classes]
        if (configuration instanceof CosineOutputLayer cosine) {
            return OutputKernel.cosine(weights, cosine.scale());
        }
        INDArray bias = layer.getParam("b");
        return configuration.getClass() == OutputLayer.class && bias != null
                ? OutputKernel.linear(weights, bias.toFloatVector())
                : null;
    }

    @Override
    public float[][] logits(Inputs inputs) {
        TokenInputs tokens = (TokenInputs) inputs;
        float[][] logits = new float[inputs.size()][];
        Threads.run((logits.length + CHUNK - 1) / CHUNK, chunk -> {
            int first = chunk * CHUNK;
            int end = Math.min(logits.length, first + CHUNK);
            float[][] features =
                    kernel.forward(parameters, tokens.tokens(first, end)).features();
            System.arraycopy(output.logits(features), 0, logits, first, end - first);
        });
        return logits;
    }
}
