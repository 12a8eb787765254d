/** Trained classifiers, and the one-file archive that keeps them. */
@NullMarked
package io.github.bkd4j.model;

import org.jspecify.annotations.NullMarked;
