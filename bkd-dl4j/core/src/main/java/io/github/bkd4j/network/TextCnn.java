package io.github.bkd4j.network;

import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.text.TextEncoding;
import io.github.bkd4j.text.Weighting;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A convolutional network over word embeddings (Kim, EMNLP 2014): filters of several widths, max-pooled over the text,
 * concatenated; dropout and the output layer. The {@code with} methods return changed copies.
 *
 * @param text encodes texts as token sequences
 * @param dimension length of an embedding, at least 1
 * @param widths of the filters, in words, each 1 to 1024; at least one
 * @param filters number of filters per width, at least 1
 * @param dropout dropout rate of the features before the output layer, at least 0 and less than 1
 * @param head the output layer
 */
public record TextCnn(TextEncoding text, int dimension, List<Integer> widths, int filters, double dropout, Head head)
        implements TextArchitecture {

    private static final double DEVIATION = 0.1; // standard deviation of new embeddings

    /**
     * Checks the ranges.
     *
     * @param text see {@link TextCnn}
     * @param dimension see {@link TextCnn}
     * @param widths see {@link TextCnn}
     * @param filters see {@link TextCnn}
     * @param dropout see {@link TextCnn}
     * @param head see {@link TextCnn}
     * @throws IllegalArgumentException if a value is outside its range
     */
    public TextCnn {
        widths = List.copyOf(widths);
        Wiring.positive("dimension", dimension);
        Wiring.widths(widths);
        Wiring.positive("filters", filters);
        Checks.share("dropout", dropout);
        if (text.weighting() != Weighting.SEQUENCE) {
            throw new IllegalArgumentException("a text CNN must have a token sequence but had " + text.weighting());
        }
    }

    /**
     * Widths 3, 4 and 5, 100 filters each, over embeddings of length 100, dropout 0.5.
     *
     * @return the architecture
     */
    public static TextCnn small() {
        return new TextCnn(TextEncoding.sequence(), 100, List.of(3, 4, 5), 100, 0.5, Head.LINEAR);
    }

    /**
     * Sets the text encoding.
     *
     * @param value the encoding
     * @return a changed copy
     */
    public TextCnn withEncoding(TextEncoding value) {
        return new TextCnn(value, dimension, widths, filters, dropout, head);
    }

    /**
     * Sets the length of an embedding.
     *
     * @param value at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if the value is outside its range
     */
    public TextCnn withDimension(int value) {
        return new TextCnn(text, value, widths, filters, dropout, head);
    }

    /**
     * Sets the number of filters per width.
     *
     * @param value at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if the value is outside its range
     */
    public TextCnn withFilters(int value) {
        return new TextCnn(text, dimension, widths, value, dropout, head);
    }

    /**
     * Sets the output layer.
     *
     * @param value the output layer
     * @return a changed copy
     */
    public TextCnn withHead(Head value) {
        return new TextCnn(text, dimension, widths, filters, dropout, value);
    }

    @Override
    public String name() {
        return "text-cnn";
    }

    @Override
    public double learningRate() {
        return 1e-3;
    }

    @Override
    public ComputationGraph build(InputShape input, int classes, IUpdater updater, long seed) {
        if (!(input instanceof InputShape.TokenSequence tokens)) {
            throw new IllegalArgumentException("text CNN takes a token sequence but was given " + input);
        }
        ConvolutionVertex vertex =
                new ConvolutionVertex(tokens.vocabulary(), dimension, widths, filters, DEVIATION, seed);
        GraphBuilder graph = Wiring.start(updater, seed, vertex);
        return Wiring.finish(graph, Wiring.TEXT, vertex.kernel().features(), dropout, head, classes);
    }
}
