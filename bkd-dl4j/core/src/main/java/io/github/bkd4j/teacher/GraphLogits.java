package io.github.bkd4j.teacher;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.input.Batches;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Features;
import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.network.Network;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Predicts with any graph. Softmax outputs are turned back into logits, at temperature 1. */
final class GraphLogits<X> implements Predictor<X> {

    private static final int BATCH = 256;

    private final Encoder<X> encoder;
    private final Network network;
    private final List<String> labels;
    private final boolean probabilities;

    GraphLogits(Encoder<X> encoder, ComputationGraph graph, List<String> labels) {
        this.encoder = encoder;
        this.network = new Network(graph);
        this.labels = List.copyOf(labels);
        this.probabilities = endsInProbabilities(graph);
    }

    private static boolean endsInProbabilities(ComputationGraph graph) {
        List<String> outputs = graph.getConfiguration().getNetworkOutputs();
        if (outputs.size() != 1) {
            throw new IllegalArgumentException("graph must have one output but had " + outputs);
        }
        GraphVertex output = graph.getConfiguration().getVertices().get(outputs.get(0));
        if (!(output instanceof LayerVertex vertex && vertex.getLayerConf().getLayer() instanceof BaseLayer layer)) {
            throw new IllegalArgumentException("output of the graph must be a layer of identity or softmax activation"
                    + " but was " + outputs.get(0));
        }
        return isSoftmax(layer.getActivationFn());
    }

    private static boolean isSoftmax(IActivation activation) {
        if (!(activation instanceof ActivationIdentity || activation instanceof ActivationSoftmax)) {
            throw new IllegalArgumentException(
                    "output of the graph must be a layer of identity or softmax activation but had " + activation);
        }
        return activation instanceof ActivationSoftmax;
    }

    @Override
    public Logits predict(List<X> instances) {
        Inputs inputs = encoder.encode(instances);
        float[][] rows = new float[instances.size()][]; // [instances, classes]
        for (int[] batch : Batches.sorted(inputs, BATCH)) {
            float[][] outputs = outputs(inputs.features(batch)); // [batch, classes]
            for (int i = 0; i < batch.length; i++) {
                rows[batch[i]] = probabilities ? Probabilities.logits(outputs[i], 1) : outputs[i];
            }
        }
        return new Logits(labels, rows);
    }

    private float[][] outputs(Features features) {
        INDArray output = network.output(features);
        if (output.rank() != 2 || output.columns() != labels.size()) {
            throw new IllegalArgumentException("output of the graph must be [batch, " + labels.size() + "] but was "
                    + Arrays.toString(output.shape()));
        }
        return output.toFloatMatrix();
    }
}
