package io.github.bkd4j.drift;

/**
 * How far a classifier's traffic is from what it said of texts like those of its training.
 *
 * @param texts of the traffic, at least 1
 * @param classes distribution of the most probable class
 * @param confidence distribution of its probability
 * @param unknown distribution of the share of a text's words that the classifier does not know
 * @param prior how common the classes are in the traffic
 */
public record Drift(int texts, Divergence classes, Divergence confidence, Divergence unknown, PriorEstimate prior) {}
