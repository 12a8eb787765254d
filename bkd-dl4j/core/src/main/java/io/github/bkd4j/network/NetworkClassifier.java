package io.github.bkd4j.network;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.model.ModelException;
import io.github.bkd4j.model.Provenance;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A classifier backed by a DL4J graph. Thread-safe. Owns the native memory of its network, which is freed when the
 * classifier is garbage-collected.
 *
 * @param <X> what is classified
 */
public class NetworkClassifier<X> extends Classifier<X> {

    private final Encoder<X> encoder;
    private final Network network;

    /**
     * Creates a classifier from a fitted encoder and a trained network.
     *
     * @param encoder fitted on the training split
     * @param network trained on inputs of the encoder
     * @param trainingCounts the training instances per class, in the order of the network's outputs
     * @param provenance how it was trained
     * @throws IllegalArgumentException if the network does not have one output per class
     */
    public NetworkClassifier(Encoder<X> encoder, Network network, ClassCounts trainingCounts, Provenance provenance) {
        super(trainingCounts, provenance);
        if (network.classes() != trainingCounts.classes()) {
            throw new IllegalArgumentException("network must have one output per class, " + trainingCounts.classes()
                    + ", but had " + network.classes());
        }
        this.encoder = encoder;
        this.network = network;
    }

    @Override
    protected float[][] logits(List<X> instances) {
        return network.logits(encoder.encode(instances));
    }

    @Override
    public long parameters() {
        return network.parameters();
    }

    /**
     * Returns the network for use with the inputs of another encoder.
     *
     * @param other the encoder
     * @return the live network, not a copy
     * @throws IllegalArgumentException if that encoder does not produce the inputs that the network was trained on
     */
    public final Network networkFor(Encoder<X> other) {
        if (!encoder.encodesLike(other)) {
            throw new IllegalArgumentException(
                    "classifier must see what it was trained on, " + encoder + ", but would see " + other);
        }
        return network;
    }

    @Override
    protected NetworkClassifier<X> withLogits(double factor, double[] shifts, Provenance changed) {
        return new NetworkClassifier<>(encoder, ShiftedLogits.of(network, factor, shifts), trainingCounts(), changed);
    }

    @Override
    protected void save(Path file, Optional<String> card) {
        throw new ModelException(file + ": only classifiers of tokens or images can be saved");
    }

    final Network network() {
        return network;
    }
}
