package io.github.bkd4j.train;

import io.github.bkd4j.loss.LossTerms;
import java.util.OptionalDouble;

/**
 * The training loss and validation score of an epoch.
 *
 * @param epoch from 0
 * @param loss mean of each loss term over the instances visited, computed during training
 * @param validation balanced accuracy on the validation split, from 0 to 1; empty if there is no validation
 */
public record EpochSummary(int epoch, LossTerms loss, OptionalDouble validation) {}
