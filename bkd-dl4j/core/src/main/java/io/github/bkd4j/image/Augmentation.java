package io.github.bkd4j.image;

import io.github.bkd4j.io.Checks;
import java.util.SplittableRandom;

/**
 * How images change from epoch to epoch of a training: black is added around them and a piece of the old size cut out
 * at random, and half of them are flipped from left to right.
 *
 * @param padding pixels added at each side, at least 0; 0 for no crop
 * @param flip whether images are flipped
 */
public record Augmentation(int padding, boolean flip) {

    /** Images stay as they are. */
    public static final Augmentation NONE = new Augmentation(0, false);

    /** What is customary for CIFAR: padding 4, and flips. */
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

    /** How one image is changed in one step: moved, perhaps flipped. */
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
