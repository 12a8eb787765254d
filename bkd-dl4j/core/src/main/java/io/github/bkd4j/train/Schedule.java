package io.github.bkd4j.train;

import io.github.bkd4j.balance.Sampler;
import io.github.bkd4j.io.Checks;

/**
 * The training schedule: epochs, batches, step size, early stopping, sampler and optimiser. The {@code with} methods
 * return changed copies.
 *
 * @param epochs passes over the training split, at least 1
 * @param batchSize instances per step, at least 1
 * @param learningRate the largest step size, finite and greater than 0
 * @param patience early stopping: training stops after this many epochs without a better validation balanced accuracy
 *     and keeps the best epoch, at least 0; with 0 it trains all epochs and keeps the last
 * @param sampler draws the instances of an epoch
 * @param optimiser update rule and step size schedule
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
     * The default settings: batches of 64, learning rate 0.002, no early stopping, every instance once per epoch, Adam.
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
     * @param value instances per step, at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if the value is less than 1
     */
    public Schedule withBatchSize(int value) {
        return new Schedule(epochs, value, learningRate, patience, sampler, optimiser);
    }

    /**
     * Sets the learning rate.
     *
     * @param value the largest step size, finite and greater than 0
     * @return a changed copy
     * @throws IllegalArgumentException if the value is outside its range
     */
    public Schedule withLearningRate(double value) {
        return new Schedule(epochs, batchSize, value, patience, sampler, optimiser);
    }

    /**
     * Sets early stopping.
     *
     * @param value epochs without a better validation balanced accuracy after which training stops, at least 0; 0 for
     *     no early stopping
     * @return a changed copy
     * @throws IllegalArgumentException if the value is less than 0
     */
    public Schedule withPatience(int value) {
        return new Schedule(epochs, batchSize, learningRate, value, sampler, optimiser);
    }

    /**
     * Sets the sampler.
     *
     * @param value draws the instances of an epoch
     * @return a changed copy
     */
    public Schedule withSampler(Sampler value) {
        return new Schedule(epochs, batchSize, learningRate, patience, value, optimiser);
    }

    /**
     * Sets the optimiser.
     *
     * @param value update rule and step size schedule
     * @return a changed copy
     */
    public Schedule withOptimiser(Optimiser value) {
        return new Schedule(epochs, batchSize, learningRate, patience, sampler, value);
    }

    /**
     * The number of optimiser steps per epoch.
     *
     * @param instances size of the training split, at least 1
     * @return at least 1
     */
    public int steps(int instances) {
        return (int) (((long) instances + batchSize - 1) / batchSize);
    }
}
