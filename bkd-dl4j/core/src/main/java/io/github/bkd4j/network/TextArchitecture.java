package io.github.bkd4j.network;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Encoding;
import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.kernel.KernelNetwork;
import io.github.bkd4j.model.Provenance;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.model.TextModel;
import io.github.bkd4j.text.TextEncoding;
import java.util.List;

/**
 * An architecture for texts as tokens: one {@link TextVertex} and an output layer. Training gives a
 * {@link TextClassifier}, which can be saved and predicts without native libraries.
 */
public interface TextArchitecture extends Architecture<String> {

    /**
     * The text encoding.
     *
     * @return to be fitted on the training texts
     */
    TextEncoding text();

    @Override
    default TextArchitecture startedOn(Encoder<String> encoder, Inputs inputs, int[] truth, int classes) {
        return this;
    }

    @Override
    default TextArchitecture startedOnSets(Encoder<String> encoder, Inputs inputs, int[][] sets, int labels) {
        return this;
    }

    @Override
    default Encoding<String> encoding() {
        return new TokenEncoding(text(), List.of());
    }

    @Override
    default TextClassifier classifier(
            Encoder<String> encoder, Network network, ClassCounts trainingCounts, Provenance provenance) {
        return new TextClassifier(model(encoder, network), trainingCounts, provenance);
    }

    /**
     * What a trained network answers with, without DL4J.
     *
     * @param encoder fitted on the training split
     * @param network trained on inputs of the encoder
     * @return encoder and network
     * @throws IllegalArgumentException if the graph is not one text vertex and an output layer
     */
    default TextModel model(Encoder<String> encoder, Network network) {
        KernelNetwork kernel = GraphKernel.of(network.graph())
                .orElseThrow(() -> new IllegalArgumentException("graph of " + name()
                        + " must be one text vertex and a linear or cosine output layer but was "
                        + network.graph().getConfiguration().getVertices().keySet()));
        return new TextModel(((TokenEncoding.Fitted) encoder).text(), kernel);
    }
}
