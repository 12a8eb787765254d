package io.github.bkd4j.train;

import io.github.bkd4j.balance.Sampler;
import io.github.bkd4j.io.Checks;

/**
 * How long and how fast a network trains. The {@code with} methods return changed copies.
 *
 * @param epochs passes over the training split, at least 1
 * @param batchSize instances a step, at least 1
 * @param learningRate the largest step size, finite and greater than 0
 * @param patience epochs without a better validation balanced accuracy after which training stops, and the best epoch
 *     is kept; 0 to train all epochs and keep the last
 * @param sampler which instances an epoch visits
 * @param optimiser how parameters follow their gradients, and how the step size changes
 */
public record Schedule(
        int epochs, int batchSize, double learningRate, int patience, Sampler sampler, Optimiser optimiser) {

    /**
     * Checks the ranges.
     *
     * @param epochs see {@link Schedule}
     * @param batchSize see {@link Schedule}
     * @param learningRate see {@link Schedule}
     * @param patience see {@link Schedule}
     * @param sampler see {@link Schedule}
     * @param optimiser see {@link Schedule}
     * @throws IllegalArgumentException if a value is outside its range
     */
    public Schedule {
        Checks.atLeast("epochs", 1, epochs);
        Checks.atLeast("batch size", 1, batchSize);
        Checks.atLeast("patience", 0, patience);
        Checks.finiteAndPositive("learning rate", learningRate);
    }

    /**
     * The customary settings: batches of 64, learning rate 0.002, no early stopping, every instance once an epoch,
     * Adam.
     *
     * @param epochs passes over the training split, at least 1
     * @return a schedule
     * @throws IllegalArgumentException if epochs is less than 1
     */
    public static Schedule of(int epochs) {
        return new Schedule(epochs, 64, 2e-3, 0, Sampler.instanceBalanced(), Optimiser.adam());
    }

    /**
     * Sets the batch size.
     *
     * @param value instances a step, at least 1
     * @return a changed copy
     */
    public Schedule withBatchSize(int value) {
        return new Schedule(epochs, value, learningRate, patience, sampler, optimiser);
    }

    /**
     * Sets the learning rate.
     *
     * @param value at the start, finite and greater than 0
     * @return a changed copy
     */
    public Schedule withLearningRate(double value) {
        return new Schedule(epochs, batchSize, value, patience, sampler, optimiser);
    }

    /**
     * Sets early stopping.
     *
     * @param value epochs without a better validation balanced accuracy, at least 0; 0 for no early stopping
     * @return a changed copy
     */
    public Schedule withPatience(int value) {
        return new Schedule(epochs, batchSize, learningRate, value, sampler, optimiser);
    }

    /**
     * Sets the sampler.
     *
     * @param value which instances an epoch visits
     * @return a changed copy
     */
    public Schedule withSampler(Sampler value) {
        return new Schedule(epochs, batchSize, learningRate, patience, value, optimiser);
    }

    /**
     * Sets the optimiser.
     *
     * @param value how parameters follow their gradients, and how the step size changes
     * @return a changed copy
     */
    public Schedule withOptimiser(Optimiser value) {
        return new Schedule(epochs, batchSize, learningRate, patience, sampler, value);
    }

    /**
     * Optimiser steps in an epoch.
     *
     * @param instances size of the training split
     * @return at least 1
     */
    public int steps(int instances) {
        return (int) (((long) instances + batchSize - 1) / batchSize);
    }
}
