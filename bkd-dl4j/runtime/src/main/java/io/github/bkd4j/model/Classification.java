package io.github.bkd4j.model;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.io.Checks;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a classifier says of one instance: every class with its probability. Immutable. */
public final class Classification {

    private final Candidate best;
    private final Supplier<List<Candidate>> all; // sorted when it is asked for: most callers want the best alone

    /**
     * A class that an instance may belong to.
     *
     * @param label name of the class
     * @param probability from 0 to 1; the candidates' sum to 1
     */
    public record Candidate(String label, double probability) {}

    /**
     * Copies the candidates.
     *
     * @param candidates every class with its probability, the most probable first
     * @throws IllegalArgumentException if there are none
     */
    public Classification(List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("a classification must have at least one candidate but had none");
        }
        List<Candidate> copy = List.copyOf(candidates);
        this.best = copy.get(0);
        this.all = () -> copy;
    }

    private Classification(List<String> labels, double[] probabilities) {
        int top = 0;
        for (int c = 1; c < probabilities.length; c++) {
            top = probabilities[c] > probabilities[top] ? c : top;
        }
        this.best = new Candidate(labels.get(top), probabilities[top]);
        this.all = () -> sorted(labels, probabilities);
    }

    /**
     * The softmax of one row of logits; equal probabilities stay in the order of the labels.
     *
     * @param logits of a classifier
     * @param instance position of the row
     * @return every class with its probability
     */
    public static Classification of(Logits logits, int instance) {
        return new Classification(logits.labels(), logits.probabilities(instance));
    }

    private static List<Candidate> sorted(List<String> labels, double[] probabilities) {
        return IntStream.range(0, probabilities.length)
                .mapToObj(c -> new Candidate(labels.get(c), probabilities[c]))
                .sorted(Comparator.comparingDouble(Candidate::probability).reversed())
                .toList();
    }

    /**
     * Every class with its probability.
     *
     * @return the most probable first; at least one
     */
    public List<Candidate> candidates() {
        return all.get();
    }

    /**
     * The most probable class.
     *
     * @return its name
     */
    public String label() {
        return best.label();
    }

    /**
     * How probable the most probable class is.
     *
     * @return from 0 to 1
     */
    public double probability() {
        return best.probability();
    }

    /**
     * How sure the classifier is: the probability of the most probable class, which is what a threshold of abstention
     * is compared with.
     *
     * @return from 0 to 1
     */
    public double confidence() {
        return best.probability();
    }

    /**
     * The most probable classes.
     *
     * @param k how many, at least 1
     * @return at most k candidates, the most probable first
     * @throws IllegalArgumentException if k is less than 1
     */
    public List<Candidate> top(int k) {
        Checks.atLeast("k", 1, k);
        List<Candidate> candidates = candidates();
        return candidates.subList(0, Math.min(k, candidates.size()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Classification that && candidates().equals(that.candidates());
    }

    @Override
    public int hashCode() {
        return candidates().hashCode();
    }

    @Override
    public String toString() {
        return candidates().toString();
    }
}
