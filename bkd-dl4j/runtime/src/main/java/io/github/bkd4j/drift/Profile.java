package io.github.bkd4j.drift;

import io.github.bkd4j.evaluate.HeldOut;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.io.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a classifier says of texts like those of its training that it has not learnt from: the expectation that its
 * traffic is compared with.
 *
 * @param classes texts of which each class is the most probable, {@code [classes]}
 * @param confidence of its answers, in bins of about equally many texts
 * @param unknown shares of a text's words that it does not know
 * @param answered when its probabilities are right
 */
public record Profile(List<Long> classes, Histogram confidence, Histogram unknown, AnsweredPrior answered) {

    private static final int BINS = 10; // deciles, as is usual for the population stability index

    /**
     * Checks that all are about the same texts.
     *
     * @param classes see {@link Profile}
     * @param confidence see {@link Profile}
     * @param unknown see {@link Profile}
     * @param answered see {@link Profile}
     * @throws IllegalArgumentException if the numbers of texts or of classes differ
     */
    public Profile {
        classes = List.copyOf(classes);
        long texts = total(classes);
        Checks.require(
                total(confidence.counts()) == texts && total(unknown.counts()) == texts,
                "histograms must be of " + texts + " texts, as the classes, but were of " + total(confidence.counts())
                        + " and " + total(unknown.counts()));
        Checks.require(
                answered.prior().size() == classes.size(),
                "prior must have one share per class, " + classes.size() + ", but had "
                        + answered.prior().size());
    }

    private static long total(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Learns from held-out texts.
     *
     * @param heldOut what the classifier says of them
     * @param unknownShares share of the words of each text that it does not know, {@code [texts]}, in [0, 1]
     * @return the profile
     * @throws IllegalArgumentException if there is not one share per text, or no text is of a class that the classifier
     *     knows
     */
    public static Profile of(HeldOut<?> heldOut, double[] unknownShares) {
        Logits logits = heldOut.logits();
        return new Profile(
                classes(logits),
                Histogram.ofQuantiles(confidences(logits), BINS),
                Histogram.of(unknownShares, Histogram.steps(BINS)),
                AnsweredPrior.fit(heldOut));
    }

    private static List<Long> classes(Logits logits) {
        long[] counts = new long[logits.labels().size()];
        IntStream.range(0, logits.size()).forEach(i -> counts[logits.top(i)]++);
        return Arrays.stream(counts).boxed().toList();
    }

    private static double[] confidences(Logits logits) {
        return IntStream.range(0, logits.size())
                .mapToDouble(i -> logits.probabilities(i)[logits.top(i)])
                .toArray();
    }

    /**
     * Compares traffic with this profile.
     *
     * @param logits of the traffic, at least one row, by the same classifier
     * @param unknownShares share of the words of each text that it does not know, {@code [texts]}, in [0, 1]
     * @return how far the traffic is from what was expected, and how common the classes are in it
     * @throws IllegalArgumentException if there is no text, or the classes are others
     */
    public Drift drift(Logits logits, double[] unknownShares) {
        return new Drift(
                logits.size(),
                Divergence.between(classes, classes(logits)),
                Divergence.between(
                        confidence.counts(),
                        confidence.ofSameBins(confidences(logits)).counts()),
                Divergence.between(
                        unknown.counts(), unknown.ofSameBins(unknownShares).counts()),
                PriorEstimate.of(calibrated(logits), answered.prior()));
    }

    /** Probabilities that are right under the prior of {@link #answered}, [texts][classes]. */
    private double[][] calibrated(Logits logits) {
        double[][] probabilities = new double[logits.size()][];
        Arrays.setAll(probabilities, i -> logits.probabilities(i, answered.temperature()));
        return probabilities;
    }
}
