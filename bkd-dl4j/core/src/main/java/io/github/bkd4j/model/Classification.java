package io.github.bkd4j.model;

import io.github.bkd4j.evaluate.Logits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a classifier says of one instance.
 *
 * @param candidates every class with its probability, the most probable first; at least one
 */
public record Classification(List<Candidate> candidates) {

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
     * @param candidates see {@link Classification}
     * @throws IllegalArgumentException if there are none
     */
    public Classification {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("a classification must have at least one candidate but had none");
        }
    }

    /** The softmax of one row of logits; equal probabilities stay in the order of the labels. */
    static Classification of(Logits logits, int instance) {
        double[] probabilities = logits.probabilities(instance);
        List<Candidate> candidates = new ArrayList<>();
        for (int c = 0; c < probabilities.length; c++) {
            candidates.add(new Candidate(logits.labels().get(c), probabilities[c]));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::probability).reversed());
        return new Classification(candidates);
    }

    /**
     * The most probable class.
     *
     * @return its name
     */
    public String label() {
        return candidates.get(0).label();
    }

    /**
     * How probable the most probable class is.
     *
     * @return from 0 to 1
     */
    public double probability() {
        return candidates.get(0).probability();
    }

    /**
     * The most probable classes.
     *
     * @param k how many, at least 1
     * @return at most k candidates, the most probable first
     * @throws IllegalArgumentException if k is less than 1
     */
    public List<Candidate> top(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be >= 1 but was " + k);
        }
        return candidates.subList(0, Math.min(k, candidates.size()));
    }
}
