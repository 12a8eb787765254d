/**
 * Labelled instances: reading, counting, splitting and cutting a corpus.
 *
 * <p>In a {@link Corpus} each instance has one class, in a {@link MultiLabelCorpus} a set of labels.
 */
@NullMarked
package io.github.bkd4j.corpus;

import org.jspecify.annotations.NullMarked;
