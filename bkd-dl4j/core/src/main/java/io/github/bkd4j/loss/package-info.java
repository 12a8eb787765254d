/**
 * The losses: DL4J {@code ILossFunction}s on logits, with score and gradient from one place, and the objectives that
 * become a loss once the class counts are known. Pure arithmetic: knows neither text nor images, and works in anybody's
 * DL4J network.
 */
@NullMarked
package io.github.bkd4j.loss;

import org.jspecify.annotations.NullMarked;
