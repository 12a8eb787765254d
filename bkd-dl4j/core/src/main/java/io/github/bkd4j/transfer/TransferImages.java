package io.github.bkd4j.transfer;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.io.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * New images made of training images, for a teacher to label: two images, each of a class that is drawn without regard
 * to its size, become one. Beside labels such images would need mixed ones; here the teacher says what it sees
 * (function matching: Beyer et al., Knowledge distillation: a good teacher is patient and consistent, CVPR 2022).
 *
 * <pre>{@code
 * List<Image> made = TransferImages.cutMix(splits.train(), 2500, 7);
 * Classifier<Image> student = plan.distill(teacher, splits, made);
 * }</pre>
 */
public final class TransferImages {

    private static final double MOST = 0.7; // of the first image that the second may replace

    private TransferImages() {}

    /**
     * A rectangle of the second image is pasted onto the first, at the same place: CutMix (Yun et al., ICCV 2019). It
     * has the shape of the image and up to 70% of its area, drawn uniformly, less where it sticks out.
     *
     * @param training all of one size, at least one
     * @param count images to make, at least 0
     * @param seed of everything random
     * @return so many; some may be alike
     * @throws IllegalArgumentException if the count is less than 0, or the images differ in size or channels
     */
    public static List<Image> cutMix(Corpus<Image> training, int count, long seed) {
        return mixed(training, count, seed, TransferImages::cutMix);
    }

    /**
     * The mean of both images, the first of weight 0.5 to 1, drawn uniformly: mixup (Zhang et al., ICLR 2018).
     *
     * @param training all of one size, at least one
     * @param count images to make, at least 0
     * @param seed of everything random
     * @return so many; some may be alike
     * @throws IllegalArgumentException if the count is less than 0, or the images differ in size or channels
     */
    public static List<Image> mixup(Corpus<Image> training, int count, long seed) {
        return mixed(training, count, seed, TransferImages::mixup);
    }

    @FunctionalInterface
    private interface Mix {
        byte[] of(Image one, Image other, RandomGenerator random);
    }

    private static List<Image> mixed(Corpus<Image> training, int count, long seed, Mix mix) {
        Checks.require(count >= 0, "count must be >= 0 but was " + count);
        List<List<Image>> classes = byClass(training);
        Random random = new Random(seed);
        return Stream.generate(() -> mixed(drawn(classes, random), drawn(classes, random), random, mix))
                .limit(count)
                .toList();
    }

    private static Image mixed(Image one, Image other, RandomGenerator random, Mix mix) {
        Checks.require(
                one.toString().equals(other.toString()), "images must have one size but were " + one + " and " + other);
        return new Image(one.channels(), one.height(), one.width(), mix.of(one, other, random));
    }

    private static byte[] cutMix(Image one, Image other, RandomGenerator random) {
        double side = Math.sqrt(MOST * random.nextDouble()); // of the rectangle, relative to that of the image
        int top = random.nextInt(one.height());
        int left = random.nextInt(one.width());
        int bottom = Math.min(one.height(), top + (int) (side * one.height()));
        int length = Math.min(one.width() - left, (int) (side * one.width()));
        byte[] pixels = one.pixels();
        byte[] others = other.pixels();
        for (int channel = 0; channel < one.channels(); channel++) {
            for (int y = top; y < bottom; y++) {
                int from = (channel * one.height() + y) * one.width() + left;
                System.arraycopy(others, from, pixels, from, length);
            }
        }
        return pixels;
    }

    private static byte[] mixup(Image one, Image other, RandomGenerator random) {
        double weight = 1 - random.nextDouble() / 2;
        byte[] pixels = one.pixels();
        byte[] others = other.pixels();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte)
                    Math.round(weight * Byte.toUnsignedInt(pixels[i]) + (1 - weight) * Byte.toUnsignedInt(others[i]));
        }
        return pixels;
    }

    private static List<List<Image>> byClass(Corpus<Image> training) {
        List<List<Image>> classes = new ArrayList<>();
        training.labels().forEach(label -> classes.add(new ArrayList<>()));
        for (int i = 0; i < training.size(); i++) {
            classes.get(training.classOf(i)).add(training.instances().get(i));
        }
        classes.removeIf(List::isEmpty);
        Checks.require(!classes.isEmpty(), "training images must be at least one but were none");
        return classes;
    }

    private static Image drawn(List<List<Image>> classes, RandomGenerator random) {
        List<Image> images = classes.get(random.nextInt(classes.size()));
        return images.get(random.nextInt(images.size()));
    }
}
