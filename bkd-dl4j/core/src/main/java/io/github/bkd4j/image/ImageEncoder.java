package io.github.bkd4j.image;

import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.io.Checks;
import java.util.List;

/**
 * Standardises images of one size: each pixel becomes {@code (pixel - mean) / deviation} of its channel. Immutable.
 *
 * @param augmentation random changes of training images
 * @param height rows of an image, at least 1
 * @param width columns of an image, at least 1
 * @param channels mean and deviation of each channel, at least one
 */
public record ImageEncoder(Augmentation augmentation, int height, int width, List<Channel> channels)
        implements Encoder<Image> {

    /**
     * The statistics of one channel.
     *
     * @param mean over all pixels of the training images, finite
     * @param deviation standard deviation over the same pixels, finite and greater than 0
     */
    public record Channel(double mean, double deviation) {

        /**
         * Checks the ranges.
         *
         * @param mean see {@link Channel}
         * @param deviation see {@link Channel}
         * @throws IllegalArgumentException if a value is outside its range
         */
        public Channel {
            Checks.finite("mean", mean);
            Checks.finiteAndPositive("deviation", deviation);
        }
    }

    /**
     * Checks the sizes.
     *
     * @param augmentation see {@link ImageEncoder}
     * @param height see {@link ImageEncoder}
     * @param width see {@link ImageEncoder}
     * @param channels see {@link ImageEncoder}
     * @throws IllegalArgumentException if a size is less than 1
     */
    public ImageEncoder {
        channels = List.copyOf(channels);
        Image.requireSizes(channels.size(), height, width);
    }

    @Override
    public InputShape shape() {
        return new InputShape.Images(channels.size(), height, width);
    }

    /**
     * Encodes images.
     *
     * @throws CorpusException if an image differs from the training images in size or channels
     */
    @Override
    public ImageInputs encode(List<Image> images) {
        requireAlike(images, channels.size(), height, width);
        return ImageInputs.of(this, images);
    }

    /** Compares all but the augmentation, which does not affect predictions. */
    @Override
    public boolean encodesLike(Encoder<Image> other) {
        return other instanceof ImageEncoder that
                && height == that.height
                && width == that.width
                && channels.equals(that.channels);
    }

    static void requireAlike(List<Image> images, int channels, int height, int width) {
        for (int i = 0; i < images.size(); i++) {
            Image image = images.get(i);
            if (image.channels() != channels || image.height() != height || image.width() != width) {
                throw new CorpusException("images must all be " + Image.shape(channels, height, width)
                        + " = [channels, height, width] but image " + (i + 1) + " was " + image);
            }
        }
    }
}
