package io.github.bkd4j.explain;

import io.github.bkd4j.kernel.BagKernel;
import io.github.bkd4j.kernel.KernelNetwork;
import io.github.bkd4j.kernel.OutputKernel;
import io.github.bkd4j.kernel.WideBagKernel;
import io.github.bkd4j.text.TextEncoder;
import java.util.List;

/**
 * Explains the answers of a text network; most callers want {@code TextClassifier.explain}. Thread-safe.
 *
 * <p>A bag of embeddings is linear once it is known which of its ReLUs are open. So the derivative of the difference of
 * logits with respect to a token's embedding, times the embedding, is the token's exact share (Shrikumar et al.,
 * Learning Important Features Through Propagating Activation Differences, ICML 2017, section 2: gradient times input).
 * Convolutions and LSTMs are explained by leaving out one word at a time (Li et al., Understanding Neural Networks
 * through Representation Erasure, arXiv 1612.08220).
 *
 * @param encoder from texts to tokens
 * @param network from tokens to logits
 * @param labels the classes, in the order of the logits
 */
public record Explainer(TextEncoder encoder, KernelNetwork network, List<String> labels) {

    /**
     * Copies the labels.
     *
     * @param encoder see {@link Explainer}
     * @param network see {@link Explainer}
     * @param labels see {@link Explainer}
     * @throws IllegalArgumentException if there are not at least two
     */
    public Explainer {
        labels = List.copyOf(labels);
        if (labels.size() < 2) {
            throw new IllegalArgumentException(
                    "an explanation must be of one class against another but there was only " + labels);
        }
    }

    /**
     * Explains the class of the largest logit against the one of the second largest.
     *
     * @param text any
     * @return the explanation
     */
    public Explanation explain(String text) {
        float[] logits = logits(text);
        int top = largest(logits, -1);
        return explain(text, logits, top, largest(logits, top));
    }

    /**
     * Explains a class against that of the others which has the largest logit.
     *
     * @param text any
     * @param label one of the labels
     * @return the explanation
     * @throws IllegalArgumentException if there is no such class
     */
    public Explanation explain(String text, String label) {
        int explained = classOf(label);
        float[] logits = logits(text);
        return explain(text, logits, explained, largest(logits, explained));
    }

    /**
     * Explains a class against another.
     *
     * @param text any
     * @param label one of the labels
     * @param other another one
     * @return the explanation
     * @throws IllegalArgumentException if there is no such class, or both are the same
     */
    public Explanation explain(String text, String label, String other) {
        int explained = classOf(label);
        int against = classOf(other);
        if (explained == against) {
            throw new IllegalArgumentException(
                    "the other class must differ from the explained one but both were '" + label + "'");
        }
        return explain(text, logits(text), explained, against);
    }

    /**
     * Explains the logit of one label by itself, where labels do not exclude each other.
     *
     * @param encoder from texts to tokens
     * @param network from tokens to logits
     * @param labels the labels, in the order of the logits, at least one
     * @param text any
     * @param label one of the labels
     * @return the explanation, whose other class is empty
     * @throws IllegalArgumentException if there is no such label
     */
    public static Explanation explainAlone(
            TextEncoder encoder, KernelNetwork network, List<String> labels, String text, String label) {
        int explained = classOf(label, labels);
        float[] logits = network.logits(encoder.encode(List.of(text)))[0];
        Shares shares = shares(encoder, network, text, explained, OutputKernel.NONE);
        return new Explanation(label, "", logits[explained], shares.bias(), shares.contributions(), shares.addUp());
    }

    private int classOf(String label) {
        return classOf(label, labels);
    }

    private static int classOf(String label, List<String> labels) {
        int c = labels.indexOf(label);
        if (c < 0) {
            throw new IllegalArgumentException("class must be one that the classifier knows but was '" + label + "'");
        }
        return c;
    }

    private float[] logits(String text) {
        return network.logits(encoder.encode(List.of(text)))[0];
    }

    /** Of equals the first. */
    private static int largest(float[] logits, int except) {
        int largest = except == 0 ? 1 : 0;
        for (int c = largest + 1; c < logits.length; c++) {
            largest = c != except && logits[c] > logits[largest] ? c : largest;
        }
        return largest;
    }

    private Explanation explain(String text, float[] logits, int label, int other) {
        Shares shares = shares(encoder, network, text, label, other);
        double difference = (double) logits[label] - logits[other];
        return new Explanation(
                labels.get(label),
                labels.get(other),
                difference,
                shares.bias(),
                shares.contributions(),
                shares.addUp());
    }

    private static Shares shares(TextEncoder encoder, KernelNetwork network, String text, int label, int other) {
        return network.kernel() instanceof BagKernel || network.kernel() instanceof WideBagKernel
                ? GradientTimesInput.of(encoder, network, text, label, other)
                : LeaveOneOut.of(encoder, network, text, label, other);
    }
}
