package io.github.bkd4j.network;

import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.text.TextEncoding;
import io.github.bkd4j.text.Weighting;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A bidirectional LSTM over word embeddings, max-pooled over the text, dropout and the output layer. The {@code with}
 * methods return changed copies.
 *
 * @param text encodes texts as token sequences
 * @param dimension length of an embedding, at least 1
 * @param units of each LSTM, at least 1
 * @param dropout dropout rate of the features before the output layer, at least 0 and less than 1
 * @param head the output layer
 */
public record BiLstm(TextEncoding text, int dimension, int units, double dropout, Head head)
        implements TextArchitecture {

    private static final double DEVIATION = 0.1; // standard deviation of new embeddings

    /**
     * Checks the ranges.
     *
     * @param text see {@link BiLstm}
     * @param dimension see {@link BiLstm}
     * @param units see {@link BiLstm}
     * @param dropout see {@link BiLstm}
     * @param head see {@link BiLstm}
     * @throws IllegalArgumentException if a value is outside its range
     */
    public BiLstm {
        Wiring.positive("dimension", dimension);
        Wiring.positive("units", units);
        Checks.share("dropout", dropout);
        if (text.weighting() != Weighting.SEQUENCE) {
            throw new IllegalArgumentException("a BiLSTM must have a token sequence but had " + text.weighting());
        }
    }

    /**
     * 128 units per direction over embeddings of length 100, dropout 0.5.
     *
     * @return the architecture
     */
    public static BiLstm small() {
        return new BiLstm(TextEncoding.sequence(), 100, 128, 0.5, Head.LINEAR);
    }

    /**
     * Sets the text encoding.
     *
     * @param value the encoding
     * @return a changed copy
     */
    public BiLstm withEncoding(TextEncoding value) {
        return new BiLstm(value, dimension, units, dropout, head);
    }

    /**
     * Sets the output layer.
     *
     * @param value the output layer
     * @return a changed copy
     */
    public BiLstm withHead(Head value) {
        return new BiLstm(text, dimension, units, dropout, value);
    }

    @Override
    public String name() {
        return "bilstm";
    }

    @Override
    public double learningRate() {
        return 1e-3;
    }

    @Override
    public ComputationGraph build(InputShape input, int classes, IUpdater updater, long seed) {
        if (!(input instanceof InputShape.TokenSequence tokens)) {
            throw new IllegalArgumentException("BiLSTM takes a token sequence but was given " + input);
        }
        LstmVertex vertex = new LstmVertex(tokens.vocabulary(), dimension, units, DEVIATION, seed);
        GraphBuilder graph = Wiring.start(updater, seed, vertex);
        return Wiring.finish(graph, Wiring.TEXT, vertex.kernel().features(), dropout, head, classes);
    }
}
