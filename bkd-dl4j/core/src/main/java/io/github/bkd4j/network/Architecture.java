package io.github.bkd4j.network;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Encoding;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.model.Provenance;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A kind of network: how it wants its instances encoded, and how it is wired. The graph has one output, an output layer
 * with identity activation whose pre-output is the logits; the training loop sets its loss.
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
     * How instances are encoded for this kind of network.
     *
     * @return a recipe, to be fitted on the training split
     */
    Encoding<X> encoding();

    /**
     * The step size of Adam that this kind of network usually trains well with.
     *
     * @return finite and greater than 0
     */
    double learningRate();

    /**
     * The output layer.
     *
     * @return how logits come from features; unless overridden {@link Head#LINEAR}
     */
    default Head head() {
        return Head.LINEAR;
    }

    /**
     * Wires and initialises a network.
     *
     * @param input what the encoder yields
     * @param classes number of classes, at least 2
     * @param updater of all its parameters
     * @param seed of the initial parameters
     * @return an initialised graph
     * @throws IllegalArgumentException if the architecture cannot take that input
     */
    ComputationGraph build(InputShape input, int classes, IUpdater updater, long seed);

    /**
     * Sets parameters of a new network that do not start from chance; unless overridden there are none.
     *
     * @param network from {@link #build}, untrained
     * @param encoder what its input comes from
     */
    default void warmStart(Network network, Encoder<X> encoder) {}

    /**
     * Joins what was trained together.
     *
     * @param encoder fitted on the training split
     * @param network trained on what the encoder yields
     * @param trainingCounts the classes, in the order of the network's outputs, with their training instances
     * @param provenance where it comes from
     * @return a classifier; unless overridden one that cannot be saved, for no archive knows its network
     */
    default Classifier<X> classifier(
            Encoder<X> encoder, Network network, ClassCounts trainingCounts, Provenance provenance) {
        return new NetworkClassifier<>(encoder, network, trainingCounts, provenance);
    }
}
