package io.github.bkd4j.network;

import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.text.TextEncoding;
import io.github.bkd4j.text.Weighting;
import java.util.function.IntFunction;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A bag of embeddings: the weighted sum of the embeddings of a text's words and word pairs, a ReLU, dropout and the
 * output layer. An optional hidden layer comes between the sum and the ReLU. Small, and fast enough for millions of
 * texts. The {@code with} methods return changed copies.
 *
 * <p>An optional wide part is added to the logits: a sparse linear model of the same tokens (Cheng et al., Wide &amp;
 * Deep Learning for Recommender Systems, DLRS 2016), {@code logits = W relu(E x) + V x + b}. A row of V, and b, start
 * from a multinomial logistic regression under the logit-adjusted loss, or for sets of labels from binary ones under
 * binary cross-entropy, because a row that is read a few times in a training hardly moves; then all are trained
 * together.
 *
 * @param text encodes texts as weighted tokens, not as a sequence
 * @param dimension length of an embedding, at least 1
 * @param hidden units of the hidden layer, at least 0; 0 for none
 * @param dropout dropout rate of the features before the output layer, at least 0 and less than 1
 * @param head the output layer
 * @param wideCost how much the sum of the losses counts against the penalty on V in that regression, LIBLINEAR's C,
 *     finite and greater than 0; or 0 for no wide part
 */
public record BagOfEmbeddings(TextEncoding text, int dimension, int hidden, double dropout, Head head, double wideCost)
        implements TextArchitecture {

    static final double DEVIATION = 0.1; // standard deviation of new embeddings
    private static final int SUBWORDS = 40_000; // with a lexicon of 22,000 words, 8 million parameters
    private static final int WIDE_SUBWORDS = 32_000; // leaves a million of them to the wide part
    private static final double COST = 10;

    /**
     * Checks the ranges.
     *
     * @param text see {@link BagOfEmbeddings}
     * @param dimension see {@link BagOfEmbeddings}
     * @param hidden see {@link BagOfEmbeddings}
     * @param dropout see {@link BagOfEmbeddings}
     * @param head see {@link BagOfEmbeddings}
     * @param wideCost see {@link BagOfEmbeddings}
     * @throws IllegalArgumentException if a value is outside its range
     */
    public BagOfEmbeddings {
        Wiring.positive("dimension", dimension);
        Checks.share("dropout", dropout);
        Checks.atLeast("hidden", 0, hidden);
        if (text.weighting() == Weighting.SEQUENCE) {
            throw new IllegalArgumentException("a bag of embeddings must have weighted tokens but had a sequence");
        }
        Checks.finiteAtLeastZero("cost of the wide part", wideCost);
        if (wideCost > 0 && head != Head.LINEAR) {
            throw new IllegalArgumentException("a bag with a wide part must have a linear head but had " + head);
        }
    }

    /**
     * Words and bigrams that occur at least twice, 128 numbers each, no hidden layer, dropout 0.5.
     *
     * @return the architecture
     */
    public static BagOfEmbeddings small() {
        return new BagOfEmbeddings(TextEncoding.bagOfNgrams(), 128, 0, 0.5, Head.LINEAR, 0);
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
        return new BagOfEmbeddings(tokens, 128, 0, 0.3, Head.LINEAR, 0);
    }

    /**
     * Like {@link #subwords}, with a wide part of cost 10 and only the 32,000 most frequent tokens, so that both parts
     * together take as much room: for texts where single rare words decide.
     *
     * @return the architecture
     */
    public static BagOfEmbeddings wide() {
        BagOfEmbeddings narrow = subwords();
        return narrow.withEncoding(narrow.text().withMaxVocabulary(WIDE_SUBWORDS))
                .withWide(COST);
    }

    /**
     * Sets the text encoding.
     *
     * @param value the encoding
     * @return a changed copy
     */
    public BagOfEmbeddings withEncoding(TextEncoding value) {
        return new BagOfEmbeddings(value, dimension, hidden, dropout, head, wideCost);
    }

    /**
     * Sets the length of an embedding.
     *
     * @param value at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if the value is outside its range
     */
    public BagOfEmbeddings withDimension(int value) {
        return new BagOfEmbeddings(text, value, hidden, dropout, head, wideCost);
    }

    /**
     * Sets the size of the hidden layer.
     *
     * @param value at least 0; 0 for none
     * @return a changed copy
     * @throws IllegalArgumentException if the value is outside its range
     */
    public BagOfEmbeddings withHidden(int value) {
        return new BagOfEmbeddings(text, dimension, value, dropout, head, wideCost);
    }

    /**
     * Sets the dropout.
     *
     * @param value at least 0 and less than 1
     * @return a changed copy
     * @throws IllegalArgumentException if the value is outside its range
     */
    public BagOfEmbeddings withDropout(double value) {
        return new BagOfEmbeddings(text, dimension, hidden, value, head, wideCost);
    }

    /**
     * Sets the output layer.
     *
     * @param value the output layer
     * @return a changed copy
     */
    public BagOfEmbeddings withHead(Head value) {
        return new BagOfEmbeddings(text, dimension, hidden, dropout, value, wideCost);
    }

    /**
     * Adds a wide part, or takes it away. It needs a linear head.
     *
     * @param value the cost of its regression, finite and greater than 0; 0 for no wide part
     * @return a changed copy
     * @throws IllegalArgumentException if the value is outside its range
     */
    public BagOfEmbeddings withWide(double value) {
        return new BagOfEmbeddings(text, dimension, hidden, dropout, head, value);
    }

    @Override
    public String name() {
        return wideCost == 0 ? "bag" : "wide-bag";
    }

    @Override
    public double learningRate() {
        return 5e-3;
    }

    @Override
    public TextArchitecture startedOn(Encoder<String> encoder, Inputs inputs, int[] truth, int classes) {
        return started(
                encoder,
                vocabulary -> WideStart.of(((TokenInputs) inputs).rows(), vocabulary, truth, classes, wideCost));
    }

    @Override
    public TextArchitecture startedOnSets(Encoder<String> encoder, Inputs inputs, int[][] sets, int labels) {
        return started(
                encoder,
                vocabulary -> WideStart.ofSets(((TokenInputs) inputs).rows(), vocabulary, sets, labels, wideCost));
    }

    private TextArchitecture started(Encoder<String> encoder, IntFunction<WideStart> start) {
        return wideCost == 0
                ? this
                : new StartedBag(this, start.apply(tokens(encoder.shape()).vocabulary()));
    }

    @Override
    public ComputationGraph build(InputShape input, int classes, IUpdater updater, long seed) {
        int vocabulary = tokens(input).vocabulary();
        if (wideCost > 0) {
            throw new IllegalStateException(
                    "a bag with a wide part must be started on training texts before it is built but was not");
        }
        BagVertex bag = new BagVertex(vocabulary, dimension, hidden, DEVIATION, seed);
        GraphBuilder graph = Wiring.start(updater, seed, bag);
        return Wiring.finish(graph, Wiring.TEXT, bag.kernel().features(), dropout, head, classes);
    }

    static InputShape.WeightedTokens tokens(InputShape input) {
        if (input instanceof InputShape.WeightedTokens tokens) {
            return tokens;
        }
        throw new IllegalArgumentException("bag of embeddings takes weighted tokens but was given " + input);
    }
}
