package io.github.bkd4j.train;

import io.github.bkd4j.loss.LossTerms;
import java.util.OptionalDouble;

/**
 * What an epoch did.
 *
 * @param epoch from 0
 * @param loss mean over the instances visited, term by term, while they were trained on
 * @param validation balanced accuracy on the validation split, from 0 to 1; empty if there is no validation
 */
public record EpochSummary(int epoch, LossTerms loss, OptionalDouble validation) {}
