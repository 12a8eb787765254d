/**
 * Encoded network inputs, for texts and images. An {@link io.github.bkd4j.input.Encoding} holds settings, fits an
 * {@link io.github.bkd4j.input.Encoder} on the training instances, and that turns instances into
 * {@link io.github.bkd4j.input.Inputs}: rows from which {@link io.github.bkd4j.input.Batches} are built.
 *
 * <pre>{@code
 * Encoder<Image> encoder = ImageEncoding.plain().fit(splits.train().instances());
 * Inputs inputs = encoder.encode(splits.test().instances());
 * for (int[] rows : Batches.sorted(inputs, 64)) {
 *     Features features = inputs.features(rows); // [batch, channels, height, width]
 * }
 * }</pre>
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>Fit an encoder on training instances only; otherwise the test split leaks into it.
 *   <li>The arrays of {@link io.github.bkd4j.input.Features} live in native memory until they are closed or garbage
 *       collected.
 *   <li>Text networks read {@link io.github.bkd4j.input.Features#tokens}, not arrays.
 *   <li>Batches are ordered by length, not by instance: each batch lists the rows that it holds.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.input;

import org.jspecify.annotations.NullMarked;
