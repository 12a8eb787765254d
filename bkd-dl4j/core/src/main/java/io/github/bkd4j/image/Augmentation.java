package io.github.bkd4j.image;

import io.github.bkd4j.io.Checks;
import java.util.SplittableRandom;

/**
 * Random crops and flips of training images, drawn anew in each epoch. A crop pads the image with black and cuts out a
 * random window of the original size; a flip mirrors half of the images from left to right.
 *
 * @param padding pixels added on each side, at least 0; 0 for no crop
 * @param flip whether images are flipped
 */
public record Augmentation(int padding, boolean flip) {

    /** Images stay as they are. */
    public static final Augmentation NONE = new Augmentation(0, false);

    /** The usual augmentation for CIFAR (He et al. 2016): padding 4, and flips. */
    public static final Augmentation CROP_AND_FLIP = new Augmentation(4, true);

    /**
     * Checks the padding.
     *
     * @param padding see {@link Augmentation}
     * @param flip see {@link Augmentation}
     * @throws IllegalArgumentException if the padding is less than 0
     */
    public Augmentation {
        Checks.atLeast("padding", 0, padding);
    }

    /** One draw for one image: its offset in pixels, and whether it is flipped. */
    record Change(int down, int right, boolean flipped) {

        static final Change NONE = new Change(0, 0, false);
    }

    Change draw(SplittableRandom random) {
        return new Change(offset(random), offset(random), flip && random.nextBoolean());
    }

    private int offset(SplittableRandom random) {
        return padding == 0 ? 0 : random.nextInt(2 * padding + 1) - padding;
    }
}
