package io.github.bkd4j.network;

import io.github.bkd4j.input.Encoding;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.io.Checks;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A linear classifier, or a perceptron with one hidden layer, on vectors: sentence embeddings or any other encoding.
 * Dropout precedes the output layer. The {@code with} methods return changed copies.
 *
 * @param <X> what is classified
 * @param encoding encodes instances as vectors
 * @param hidden units of the hidden layer, at least 0; 0 for none
 * @param dropout dropout rate of the features before the output layer, at least 0 and less than 1
 * @param head the output layer
 * @param learningRate step size of Adam, finite and greater than 0; use a larger one for smaller inputs
 */
public record Perceptron<X>(Encoding<X> encoding, int hidden, double dropout, Head head, double learningRate)
        implements Architecture<X> {

    /**
     * Checks the ranges.
     *
     * @param encoding see {@link Perceptron}
     * @param hidden see {@link Perceptron}
     * @param dropout see {@link Perceptron}
     * @param head see {@link Perceptron}
     * @param learningRate see {@link Perceptron}
     * @throws IllegalArgumentException if a value is outside its range
     */
    public Perceptron {
        Checks.atLeast("hidden", 0, hidden);
        Checks.share("dropout", dropout);
        Checks.finiteAndPositive("learning rate", learningRate);
    }

    /**
     * No hidden layer, no dropout, learning rate 0.002: for inputs of about unit variance.
     *
     * @param <X> what is classified
     * @param encoding encodes instances as vectors
     * @return the architecture
     */
    public static <X> Perceptron<X> linear(Encoding<X> encoding) {
        return new Perceptron<>(encoding, 0, 0, Head.LINEAR, 2e-3);
    }

    /**
     * Sets the encoding.
     *
     * @param value the encoding
     * @return a changed copy
     */
    public Perceptron<X> withEncoding(Encoding<X> value) {
        return new Perceptron<>(value, hidden, dropout, head, learningRate);
    }

    /**
     * Sets the size of the hidden layer.
     *
     * @param value at least 0; 0 for none
     * @return a changed copy
     * @throws IllegalArgumentException if the value is outside its range
     */
    public Perceptron<X> withHidden(int value) {
        return new Perceptron<>(encoding, value, dropout, head, learningRate);
    }

    /**
     * Sets the dropout.
     *
     * @param value at least 0 and less than 1
     * @return a changed copy
     * @throws IllegalArgumentException if the value is outside its range
     */
    public Perceptron<X> withDropout(double value) {
        return new Perceptron<>(encoding, hidden, value, head, learningRate);
    }

    /**
     * Sets the output layer.
     *
     * @param value the output layer
     * @return a changed copy
     */
    public Perceptron<X> withHead(Head value) {
        return new Perceptron<>(encoding, hidden, dropout, value, learningRate);
    }

    /**
     * Sets the learning rate.
     *
     * @param value finite and greater than 0
     * @return a changed copy
     * @throws IllegalArgumentException if the value is outside its range
     */
    public Perceptron<X> withLearningRate(double value) {
        return new Perceptron<>(encoding, hidden, dropout, head, value);
    }

    @Override
    public String name() {
        return "perceptron";
    }

    @Override
    public ComputationGraph build(InputShape input, int classes, IUpdater updater, long seed) {
        if (!(input instanceof InputShape.Vector vector)) {
            throw new IllegalArgumentException("perceptron takes a vector but was given " + input);
        }
        GraphBuilder graph = Wiring.start(updater, seed).addInputs("vector");
        if (hidden == 0) {
            return Wiring.finish(graph, "vector", vector.size(), dropout, head, classes);
        }
        graph.addLayer("hidden", hiddenLayer(vector.size()), "vector");
        return Wiring.finish(graph, "hidden", hidden, dropout, head, classes);
    }

    private DenseLayer hiddenLayer(int size) {
        return new DenseLayer.Builder()
                .nIn(size)
                .nOut(hidden)
                .activation(Activation.RELU)
                .build();
    }
}
