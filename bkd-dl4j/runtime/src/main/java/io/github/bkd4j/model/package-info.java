/**
 * Trained classifiers, and the one-file archive that keeps them.
 *
 * <p>A {@link TextClassifier} names one class per text, a {@link MultiLabelClassifier} a set of labels. An archive says
 * which of the two it has, and neither reads the other's.
 */
@NullMarked
package io.github.bkd4j.model;

import org.jspecify.annotations.NullMarked;
