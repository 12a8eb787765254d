/**
 * The arithmetic of text networks on plain Java arrays, forward and backward, on several threads: bag of embeddings,
 * convolution, LSTM; and log-sum-exp, of which every softmax here is made. Knows neither DL4J nor ND4J.
 */
@NullMarked
package io.github.bkd4j.kernel;

import org.jspecify.annotations.NullMarked;
