package io.github.bkd4j.network;

import io.github.bkd4j.image.ImageEncoding;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.io.Checks;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A small convolutional network for small images: three convolutions of stride 2 with batch normalisation and ReLU,
 * each with twice the filters of its predecessor; global average pooling, dropout and the output layer. The
 * {@code with} methods return changed copies.
 *
 * @param encoding encodes and augments images
 * @param filters of the first convolution, at least 1
 * @param dropout dropout rate of the features before the output layer, at least 0 and less than 1
 * @param head the output layer
 */
public record ImageCnn(ImageEncoding encoding, int filters, double dropout, Head head) implements ImageArchitecture {

    private static final int CONVOLUTIONS = 3;

    /**
     * Checks the ranges.
     *
     * @param encoding see {@link ImageCnn}
     * @param filters see {@link ImageCnn}
     * @param dropout see {@link ImageCnn}
     * @param head see {@link ImageCnn}
     * @throws IllegalArgumentException if a value is outside its range
     */
    public ImageCnn {
        Wiring.positive("filters", filters);
        Checks.share("dropout", dropout);
    }

    /**
     * The default settings: no augmentation, 16 filters, no dropout.
     *
     * @return the architecture
     */
    public static ImageCnn small() {
        return new ImageCnn(ImageEncoding.plain(), 16, 0, Head.LINEAR);
    }

    /**
     * Sets the image encoding.
     *
     * @param value the encoding
     * @return a changed copy
     */
    public ImageCnn withEncoding(ImageEncoding value) {
        return new ImageCnn(value, filters, dropout, head);
    }

    /**
     * Sets the number of filters.
     *
     * @param value of the first convolution, at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if the value is outside its range
     */
    public ImageCnn withFilters(int value) {
        return new ImageCnn(encoding, value, dropout, head);
    }

    /**
     * Sets the dropout.
     *
     * @param value at least 0 and less than 1
     * @return a changed copy
     * @throws IllegalArgumentException if the value is outside its range
     */
    public ImageCnn withDropout(double value) {
        return new ImageCnn(encoding, filters, value, head);
    }

    /**
     * Sets the output layer.
     *
     * @param value the output layer
     * @return a changed copy
     */
    public ImageCnn withHead(Head value) {
        return new ImageCnn(encoding, filters, dropout, value);
    }

    @Override
    public String name() {
        return "image-cnn";
    }

    @Override
    public double learningRate() {
        return 1e-2;
    }

    @Override
    public ComputationGraph build(InputShape input, int classes, IUpdater updater, long seed) {
        ImageWiring graph = ImageWiring.start(name(), input, updater, seed);
        for (int i = 0; i < CONVOLUTIONS; i++) {
            graph.convolution("block" + (i + 1), filters << i, 2, true);
        }
        return graph.finish(dropout, head, classes);
    }
}
