package io.github.bkd4j.network;

import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.text.TextEncoding;
import io.github.bkd4j.text.Weighting;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A bag of embeddings: the weighted sum of the embeddings of a text's words and word pairs, a ReLU, dropout and the
 * output layer. An optional hidden layer comes between the sum and the ReLU. Small, and fast enough for millions of
 * texts. The {@code with} methods return changed copies.
 *
 * @param text encodes texts as weighted tokens, not as a sequence
 * @param dimension length of an embedding, at least 1
 * @param hidden units of the hidden layer, at least 0; 0 for none
 * @param dropout dropout rate of the features before the output layer, at least 0 and less than 1
 * @param head the output layer
 */
public record BagOfEmbeddings(TextEncoding text, int dimension, int hidden, double dropout, Head head)
        implements TextArchitecture {

    private static final double DEVIATION = 0.1; // standard deviation of new embeddings
    private static final int SUBWORDS = 40_000; // with a lexicon of 22,000 words, 8 million parameters

    /**
     * Checks the ranges.
     *
     * @param text see {@link BagOfEmbeddings}
     * @param dimension see {@link BagOfEmbeddings}
     * @param hidden see {@link BagOfEmbeddings}
     * @param dropout see {@link BagOfEmbeddings}
     * @param head see {@link BagOfEmbeddings}
     * @throws IllegalArgumentException if a value is outside its range
     */
    public BagOfEmbeddings {
        Wiring.positive("dimension", dimension);
        Wiring.dropout(dropout);
        Wiring.notNegative("hidden", hidden);
        if (text.weighting() == Weighting.SEQUENCE) {
            throw new IllegalArgumentException("a bag of embeddings must have weighted tokens but had a sequence");
        }
    }

    /**
     * Words and bigrams that occur at least twice, 128 numbers each, no hidden layer, dropout 0.5.
     *
     * @return the architecture
     */
    public static BagOfEmbeddings small() {
        return new BagOfEmbeddings(TextEncoding.bagOfNgrams(), 128, 0, 0.5, Head.LINEAR);
    }

    /**
     * Like {@link #small}, with the character n-grams of 3 to 5 of each word as further tokens, the 40,000 most
     * frequent tokens, and dropout 0.3. Better where classes have few texts, because n-grams relate unknown words to
     * known ones.
     *
     * @return the architecture
     */
    public static BagOfEmbeddings subwords() {
        TextEncoding tokens = TextEncoding.bagOfNgrams().withCharacters(5).withMaxVocabulary(SUBWORDS);
        return new BagOfEmbeddings(tokens, 128, 0, 0.3, Head.LINEAR);
    }

    /**
     * Sets the text encoding.
     *
     * @param value the encoding
     * @return a changed copy
     */
    public BagOfEmbeddings withEncoding(TextEncoding value) {
        return new BagOfEmbeddings(value, dimension, hidden, dropout, head);
    }

    /**
     * Sets the length of an embedding.
     *
     * @param value at least 1
     * @return a changed copy
     */
    public BagOfEmbeddings withDimension(int value) {
        return new BagOfEmbeddings(text, value, hidden, dropout, head);
    }

    /**
     * Sets the size of the hidden layer.
     *
     * @param value at least 0; 0 for none
     * @return a changed copy
     */
    public BagOfEmbeddings withHidden(int value) {
        return new BagOfEmbeddings(text, dimension, value, dropout, head);
    }

    /**
     * Sets the dropout.
     *
     * @param value at least 0 and less than 1
     * @return a changed copy
     */
    public BagOfEmbeddings withDropout(double value) {
        return new BagOfEmbeddings(text, dimension, hidden, value, head);
    }

    /**
     * Sets the output layer.
     *
     * @param value the output layer
     * @return a changed copy
     */
    public BagOfEmbeddings withHead(Head value) {
        return new BagOfEmbeddings(text, dimension, hidden, dropout, value);
    }

    @Override
    public String name() {
        return "bag";
    }

    @Override
    public double learningRate() {
        return 5e-3;
    }

    @Override
    public ComputationGraph build(InputShape input, int classes, IUpdater updater, long seed) {
        if (!(input instanceof InputShape.WeightedTokens tokens)) {
            throw new IllegalArgumentException("bag of embeddings takes weighted tokens but was given " + input);
        }
        BagVertex bag = new BagVertex(tokens.vocabulary(), dimension, hidden, DEVIATION, seed);
        GraphBuilder graph = Wiring.start(updater, seed, bag);
        return Wiring.finish(graph, Wiring.TEXT, bag.kernel().features(), dropout, head, classes);
    }
}
