/**
 * Network architectures and the classifiers that they train. An {@link io.github.bkd4j.network.Architecture} chooses an
 * encoding and builds a DL4J graph that ends in logits; a {@link io.github.bkd4j.network.Network} adds the parameters
 * that DL4J does not manage.
 *
 * <p>For texts: {@link io.github.bkd4j.network.BagOfEmbeddings}, alone or with a wide part,
 * {@link io.github.bkd4j.network.TextCnn}, {@link io.github.bkd4j.network.BiLstm}, each with optional
 * {@link io.github.bkd4j.network.Pretrained} embeddings. For images: {@link io.github.bkd4j.network.ImageCnn},
 * {@link io.github.bkd4j.network.CifarResNet}. For vectors: {@link io.github.bkd4j.network.Perceptron}.
 *
 * <pre>{@code
 * WordVectors glove = WordVectors.read(Path.of("glove.6B.100d.txt"));
 * TextCnn cnn = TextCnn.small().withFilters(50).withHead(Head.COSINE);
 * Architecture<String> student = new Pretrained(cnn, TokenVectors.of(glove, 20_000));
 * }</pre>
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>The loss applies the softmax: a graph of your own must end in identity activation.
 *   <li>The parameters of text vertices are not in DL4J's flattened parameters. Train them with
 *       {@link io.github.bkd4j.network.RowSparseAdam}; save a classifier, not the graph, or they are lost.
 *   <li>Run a graph with text vertices through {@link io.github.bkd4j.network.Network}, which passes it the tokens.
 *   <li>A cosine head has no bias, so {@code Classifier.withPrior} and {@code calibrated} refuse it;
 *       {@link io.github.bkd4j.evaluate.LogitAdjusted} works with any classifier.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.network;

import org.jspecify.annotations.NullMarked;
