package io.github.bkd4j.network;

import io.github.bkd4j.image.ImageEncoding;
import io.github.bkd4j.input.InputShape;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A residual network for small images (He et al., CVPR 2016, section 4.2): a convolution, three stages of residual
 * blocks with 16, 32 and 64 channels, global average pooling and the output layer. Batch normalisation follows every
 * convolution; shortcuts without parameters (option A), He initialisation. The {@code with} methods return changed
 * copies.
 *
 * @param depth layers with weights, 6 n + 2: 8, 20, 32, ...
 * @param encoding encodes and augments images
 * @param head the output layer
 */
public record CifarResNet(int depth, ImageEncoding encoding, Head head) implements ImageArchitecture {

    private static final int STAGES = 3;
    private static final int WIDTH = 16; // channels of the first stage

    /**
     * Checks the depth.
     *
     * @param depth see {@link CifarResNet}
     * @param encoding see {@link CifarResNet}
     * @param head see {@link CifarResNet}
     * @throws IllegalArgumentException if the depth is not 6 n + 2
     */
    public CifarResNet {
        if (depth < 8 || depth % 6 != 2) {
            throw new IllegalArgumentException("depth must be 6 n + 2 with n >= 1 but was " + depth);
        }
    }

    /**
     * A network without augmentation.
     *
     * @param depth layers with weights, 6 n + 2: 8, 20, 32, ...
     * @return the architecture, with a linear output layer
     * @throws IllegalArgumentException if the depth is not 6 n + 2
     */
    public static CifarResNet of(int depth) {
        return new CifarResNet(depth, ImageEncoding.plain(), Head.LINEAR);
    }

    /**
     * Sets the image encoding.
     *
     * @param value the encoding
     * @return a changed copy
     */
    public CifarResNet withEncoding(ImageEncoding value) {
        return new CifarResNet(depth, value, head);
    }

    /**
     * Sets the output layer.
     *
     * @param value the output layer
     * @return a changed copy
     */
    public CifarResNet withHead(Head value) {
        return new CifarResNet(depth, encoding, value);
    }

    @Override
    public String name() {
        return "resnet-" + depth;
    }

    /** For Adam; with momentum, 0.1 is usual. */
    @Override
    public double learningRate() {
        return 1e-2;
    }

    @Override
    public ComputationGraph build(InputShape input, int classes, IUpdater updater, long seed) {
        ImageWiring graph = ImageWiring.start(name(), input, updater, seed);
        graph.convolution("start", WIDTH, 1, true);
        for (int stage = 0; stage < STAGES; stage++) {
            for (int block = 0; block < (depth - 2) / 6; block++) {
                boolean shrinks = stage > 0 && block == 0;
                addBlock(graph, "stage" + (stage + 1) + "-block" + (block + 1), WIDTH << stage, shrinks);
            }
        }
        return graph.finish(0, head, classes);
    }

    private static void addBlock(ImageWiring graph, String name, int channels, boolean shrinks) {
        String before = graph.last();
        graph.convolution(name + "-a", channels, shrinks ? 2 : 1, true);
        graph.convolution(name + "-b", channels, 1, false);
        String after = graph.last();
        if (shrinks) {
            graph.vertex(name + "-shortcut", new ShortcutVertex(channels / 4), before);
            before = graph.last();
        }
        graph.vertex(name + "-sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), after, before);
        graph.rectify(name);
    }
}
