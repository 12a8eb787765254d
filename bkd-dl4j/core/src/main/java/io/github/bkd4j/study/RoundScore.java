package io.github.bkd4j.study;

/**
 * How a candidate did, up to a round of a tuning.
 *
 * @param result of its rounds so far
 * @param rounds how many there are
 * @param isKept whether an earlier study kept the result of the last one
 * @param training number of trainings done, from 1
 * @param trainings number of trainings planned so far, at least as many
 * @param secondsLeft expected for those that are left, at least 0
 */
public record RoundScore(
        CandidateResult result, int rounds, boolean isKept, int training, int trainings, double secondsLeft) {}
