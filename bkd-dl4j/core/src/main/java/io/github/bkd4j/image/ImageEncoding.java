package io.github.bkd4j.image;

import io.github.bkd4j.input.Encoding;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Standardises each channel to mean 0 and standard deviation 1 over the training images. All images must have the same
 * size and channels.
 *
 * @param augmentation random changes of training images; predictions are made on unchanged images
 */
public record ImageEncoding(Augmentation augmentation) implements Encoding<Image> {

    private static final double DARK = 1e-6; // smaller deviations are not divided by: all pixels are equal

    /**
     * Standardisation without augmentation.
     *
     * @return the encoding
     */
    public static ImageEncoding plain() {
        return new ImageEncoding(Augmentation.NONE);
    }

    /**
     * Computes the mean and the standard deviation of each channel.
     *
     * @throws io.github.bkd4j.corpus.CorpusException if an image differs from the first in size or channels
     */
    @Override
    public ImageEncoder fit(List<Image> training) {
        Image first = training.get(0);
        ImageEncoder.requireAlike(training, first.channels(), first.height(), first.width());
        List<ImageEncoder.Channel> channels = IntStream.range(0, first.channels())
                .mapToObj(channel -> channel(training, channel))
                .toList();
        return new ImageEncoder(augmentation, first.height(), first.width(), channels);
    }

    /** The same over the labelled images alone: so a teacher that was trained on these sees what the student sees. */
    @Override
    public ImageEncoder fit(List<Image> labelled, List<Image> unlabelled) {
        return fit(labelled);
    }

    private static ImageEncoder.Channel channel(List<Image> training, int channel) {
        double sum = 0;
        double squares = 0;
        long pixels = 0;
        for (Image image : training) {
            for (int y = 0; y < image.height(); y++) {
                for (int x = 0; x < image.width(); x++) {
                    double value = image.at(channel, y, x);
                    sum += value;
                    squares += value * value;
                }
            }
            pixels += (long) image.height() * image.width();
        }
        double mean = sum / pixels;
        double deviation = Math.sqrt(Math.max(0, squares / pixels - mean * mean));
        return new ImageEncoder.Channel(mean, deviation < DARK ? 1 : deviation);
    }
}
