/** Predictions and what they are worth, on the head and on the tail. */
@NullMarked
package io.github.bkd4j.evaluate;

import org.jspecify.annotations.NullMarked;
