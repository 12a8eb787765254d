package io.github.bkd4j.network;

import io.github.bkd4j.input.InputShape;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;

/** Builds the graph of an image network, vertex by vertex. */
final class ImageWiring {

    private static final String IMAGE = "image";
    private static final String MEAN = "mean";

    private final GraphBuilder graph;
    private String last = IMAGE;
    private int channels;

    private ImageWiring(GraphBuilder graph, int channels) {
        this.graph = graph;
        this.channels = channels;
    }

    static ImageWiring start(String architecture, InputShape input, IUpdater updater, long seed) {
        if (!(input instanceof InputShape.Images images)) {
            throw new IllegalArgumentException(architecture + " takes images but was given " + input);
        }
        return new ImageWiring(Wiring.start(updater, seed, WeightInit.RELU).addInputs(IMAGE), images.channels());
    }

    /** The name of the last vertex. */
    String last() {
        return last;
    }

    /** Adds a convolution and batch normalisation, and optionally a ReLU. */
    void convolution(String name, int filters, int stride, boolean rectified) {
        graph.addLayer(name + "-convolution", Convolution.of(channels, filters, stride), last)
                .addLayer(name + "-norm", BatchNorm.of(filters), name + "-convolution");
        last = name + "-norm";
        channels = filters;
        if (rectified) {
            rectify(name);
        }
    }

    void rectify(String name) {
        graph.addLayer(name + "-relu", new ActivationLayer(Activation.RELU), last);
        last = name + "-relu";
    }

    void vertex(String name, GraphVertex vertex, String... from) {
        graph.addVertex(name, vertex, from);
        last = name;
    }

    /** Adds global average pooling and the output layer, and builds the graph. */
    ComputationGraph finish(double dropout, Head head, int classes) {
        graph.addLayer(MEAN, new GlobalPoolingLayer(PoolingType.AVG), last);
        return Wiring.finish(graph, MEAN, channels, dropout, head, classes);
    }
}
