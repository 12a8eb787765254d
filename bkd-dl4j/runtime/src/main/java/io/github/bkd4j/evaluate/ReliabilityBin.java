package io.github.bkd4j.evaluate;

/**
 * The instances whose top probability lies in one interval.
 *
 * @param instances number of instances, at least 0
 * @param confidence their mean top probability; 0 if there are none
 * @param accuracy share of them that were right; 0 if there are none
 */
public record ReliabilityBin(int instances, double confidence, double accuracy) {}
