package io.github.bkd4j.network;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Encoding;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.model.Provenance;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A network architecture: its input encoding and its graph. The graph has one output, an output layer with identity
 * activation whose pre-output is the logits; the training loop sets its loss.
 *
 * @param <X> what is classified: a {@link String} for text
 */
public interface Architecture<X> {

    /**
     * A short name for tables and provenance.
     *
     * @return such as {@code bag}
     */
    String name();

    /**
     * The encoding of the instances.
     *
     * @return to be fitted on the training split
     */
    Encoding<X> encoding();

    /**
     * A step size of Adam with which this architecture usually trains well.
     *
     * @return finite and greater than 0
     */
    double learningRate();

    /**
     * The output layer.
     *
     * @return {@link Head#LINEAR} by default
     */
    default Head head() {
        return Head.LINEAR;
    }

    /**
     * Learns from the training instances what a new network starts from, if this architecture needs that; called before
     * {@link #build}.
     *
     * @param encoder the fitted encoder of the inputs
     * @param inputs encoded instances, those with a label first
     * @param truth class of each labelled instance, {@code [instances with a label]}
     * @param classes number of classes, at least 2
     * @return an architecture for these classes and inputs; by default this one
     */
    default Architecture<X> startedOn(Encoder<X> encoder, Inputs inputs, int[] truth, int classes) {
        return this;
    }

    /**
     * Learns from training instances with sets of labels what a new network starts from, as {@link #startedOn} does
     * from those with a class each.
     *
     * @param encoder the fitted encoder of the inputs
     * @param inputs encoded instances, those with labels first
     * @param sets labels of each labelled instance, {@code [instances with labels][labels of the instance]}
     * @param labels number of labels, at least 1
     * @return an architecture for these labels and inputs; by default this one
     */
    default Architecture<X> startedOnSets(Encoder<X> encoder, Inputs inputs, int[][] sets, int labels) {
        return this;
    }

    /**
     * Builds and initialises a graph.
     *
     * @param input the shape of the encoder's inputs
     * @param classes number of classes, at least 2
     * @param updater of all parameters
     * @param seed of the initial parameters
     * @return an initialised graph
     * @throws IllegalArgumentException if the architecture does not accept that input shape
     */
    ComputationGraph build(InputShape input, int classes, IUpdater updater, long seed);

    /**
     * Sets parameters of a new network that are not initialised at random, such as pretrained embeddings; does nothing
     * by default.
     *
     * @param network from {@link #build}, untrained
     * @param encoder the fitted encoder of its inputs
     */
    default void warmStart(Network network, Encoder<X> encoder) {}

    /**
     * Creates a classifier from a fitted encoder and a trained network.
     *
     * @param encoder fitted on the training split
     * @param network trained on inputs of the encoder
     * @param trainingCounts the training instances per class, in the order of the network's outputs
     * @param provenance how it was trained
     * @return a classifier; by default one that cannot be saved, because there is no archive format for it
     */
    default Classifier<X> classifier(
            Encoder<X> encoder, Network network, ClassCounts trainingCounts, Provenance provenance) {
        return new NetworkClassifier<>(encoder, network, trainingCounts, provenance);
    }
}
