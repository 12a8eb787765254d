/**
 * Images: the instances of an image corpus, reading them from folders, and their encoding and augmentation.
 *
 * <pre>{@code
 * Corpus<Image> images = ImageFolder.read(Path.of("fruits")); // fruits/apple/1.png, fruits/pear/7.jpg, ...
 * Splits<Image> splits = images.split(0.7, 0.1, 0.2, 7);
 * ImageEncoding encoding = new ImageEncoding(Augmentation.CROP_AND_FLIP);
 * ImageEncoder encoder = encoding.fit(splits.train().instances());
 * }</pre>
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>All images of a corpus must have the same size and channels; nothing is resized.
 *   <li>{@link io.github.bkd4j.image.ImageFolder#read} skips unreadable files with a warning;
 *       {@link io.github.bkd4j.image.ImageFolder#readStrictly} refuses them.
 *   <li>Augmentation applies to training only. Under it, the student's teacher must be a trained network, which sees
 *       the same augmented batches; stored logits are refused.
 *   <li>Pixels are signed in Java: read them with {@link io.github.bkd4j.image.Image#at}, which returns 0 to 255.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.image;

import org.jspecify.annotations.NullMarked;
