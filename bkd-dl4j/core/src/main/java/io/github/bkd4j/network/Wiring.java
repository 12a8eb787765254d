package io.github.bkd4j.network;

import io.github.bkd4j.io.Checks;
import io.github.bkd4j.loss.CrossEntropyLoss;
import io.github.bkd4j.loss.LdamLoss;
import java.util.Collection;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;

/** Common parts of all architectures: the start of a graph and its output layer. */
final class Wiring {

    static final String TEXT = "text";
    static final String OUTPUT = "output";

    // Larger values are mistakes or forged files, which could overflow a count or exhaust memory.
    private static final int LARGEST = 1 << 24;
    private static final int LARGEST_WIDTH = 1024;

    private Wiring() {}

    static GraphBuilder start(IUpdater updater, long seed) {
        return start(updater, seed, WeightInit.XAVIER);
    }

    static GraphBuilder start(IUpdater updater, long seed, WeightInit weights) {
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(updater)
                .weightInit(weights)
                .graphBuilder();
    }

    /** Prepares a layer in the way DL4J prepares its own. */
    static Layer ready(
            Layer layer,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initializeParams) {
        NeuralNetConfiguration configuration = layer.conf();
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(configuration.getLayer().initializer().init(configuration, parameters, initializeParams));
        return layer;
    }

    /** Adds the output layer, with dropout on its inputs, and builds the graph. */
    static ComputationGraph finish(
            GraphBuilder builder, String from, int size, double dropout, Head head, int classes) {
        return finish(
                builder,
                from,
                switch (head) {
                    case LINEAR -> linear(size, dropout, classes);
                    case COSINE -> CosineOutputLayer.of(new CrossEntropyLoss(), size, classes, LdamLoss.SCALE, dropout);
                });
    }

    /** Adds an output layer and builds the graph. */
    static ComputationGraph finish(GraphBuilder builder, String from, OutputLayer output) {
        ComputationGraph graph = new ComputationGraph(
                builder.addLayer(OUTPUT, output, from).setOutputs(OUTPUT).build());
        graph.init();
        return graph;
    }

    private static OutputLayer linear(int size, double dropout, int classes) {
        OutputLayer.Builder output = new OutputLayer.Builder(new CrossEntropyLoss())
                .nIn(size)
                .nOut(classes)
                .activation(Activation.IDENTITY);
        if (dropout > 0) {
            output.dropOut(1 - dropout); // DL4J expects the probability of keeping a unit
        }
        return output.build();
    }

    /** Starts a graph with a text vertex on a batch of tokens. */
    static GraphBuilder start(IUpdater updater, long seed, TextVertex text) {
        return start(updater, seed).addInputs("tokens").addVertex(TEXT, text, "tokens");
    }

    static int positive(String name, int value) {
        Checks.require(value <= LARGEST, name + " must be <= " + LARGEST + " but was " + value);
        return Checks.atLeast(name, 1, value);
    }

    static void widths(List<Integer> widths) {
        positive("number of widths", widths.size());
        for (int width : widths) {
            if (positive("width", width) > LARGEST_WIDTH) {
                throw new IllegalArgumentException("width must be <= " + LARGEST_WIDTH + " but was " + width);
            }
        }
    }
}
