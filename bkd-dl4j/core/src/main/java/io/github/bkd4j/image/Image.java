package io.github.bkd4j.image;

import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.io.Fingerprinted;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An image of unsigned bytes, stored channel by channel: {@code [channels, height, width]}. Immutable. */
public final class Image implements Fingerprinted {

    private static final int UNSIGNED = 0xFF;

    private final int channels;
    private final int height;
    private final int width;
    private final byte[] pixels; // [channels * height * width]

    /**
     * Copies the pixels.
     *
     * @param channels at least 1; 1 for grey, 3 for red, green and blue
     * @param height rows, at least 1
     * @param width columns, at least 1
     * @param pixels 0 to 255 as unsigned bytes, {@code [channels * height * width]}
     * @throws IllegalArgumentException if a size is less than 1, or the number of pixels differs from {@code channels *
     *     height * width}
     */
    public Image(int channels, int height, int width, byte[] pixels) {
        requireSizes(channels, height, width);
        if (pixels.length != channels * height * width) {
            throw new IllegalArgumentException("pixels must be " + shape(channels, height, width) + ", "
                    + channels * height * width + ", but were " + pixels.length);
        }
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.pixels = pixels.clone();
    }

    static void requireSizes(int channels, int height, int width) {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "sizes of an image must be >= 1 but were " + shape(channels, height, width));
        }
    }

    static String shape(int channels, int height, int width) {
        return "[" + channels + ", " + height + ", " + width + "]";
    }

    /**
     * The number of channels.
     *
     * @return at least 1
     */
    public int channels() {
        return channels;
    }

    /**
     * The number of rows.
     *
     * @return at least 1
     */
    public int height() {
        return height;
    }

    /**
     * The number of columns.
     *
     * @return at least 1
     */
    public int width() {
        return width;
    }

    /**
     * The value of one pixel in one channel.
     *
     * @param channel from 0
     * @param y row, from 0
     * @param x column, from 0
     * @return 0 to 255
     */
    public int at(int channel, int y, int x) {
        return pixels[(channel * height + y) * width + x] & UNSIGNED;
    }

    /**
     * All pixels.
     *
     * @return unsigned bytes, {@code [channels * height * width]}; a copy
     */
    public byte[] pixels() {
        return pixels.clone();
    }

    /** The shape and the pixels. */
    @Override
    public Fingerprint fingerprint() {
        return Fingerprint.of().with("shape", List.of(channels, height, width)).withBytes("pixels", pixels);
    }

    boolean isLike(Image other) {
        return channels == other.channels && height == other.height && width == other.width;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Image that && isLike(that) && Arrays.equals(pixels, that.pixels);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(pixels) + height;
    }

    /** The shape, as {@code [channels, height, width]}. */
    @Override
    public String toString() {
        return shape(channels, height, width);
    }
}
