/**
 * The one place that knows CPU from CUDA: what is running, what was asked for, what is missing; and how JSON is made.
 */
@NullMarked
package io.github.bkd4j.backend;

import org.jspecify.annotations.NullMarked;
