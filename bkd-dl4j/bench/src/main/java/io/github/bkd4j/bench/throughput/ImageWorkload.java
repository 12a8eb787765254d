package io.github.bkd4j.bench.throughput;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.train.TrainingData;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What networks of images are trained on: noise of the size of CIFAR, random labels, a teacher's random logits. */
final class ImageWorkload {

    static final int BATCH = 128;
    static final int CLASSES = 10;
    private static final int IMAGES = 512;
    private static final int CHANNELS = 3;
    private static final int SIDE = 32;
    private static final int MOST = 5000; // instances of the largest class
    private static final double LEAST = 0.01; // of the smallest, as a share of that

    private final List<Image> images;
    private final int[] classes; // [images]
    private final float[][] teacher; // [images][classes]

    ImageWorkload(long seed) {
        Random random = new Random(seed);
        this.images =
                IntStream.range(0, IMAGES).mapToObj(image -> noise(random)).toList();
        this.classes = random.ints(IMAGES, 0, CLASSES).toArray();
        this.teacher = new float[IMAGES][CLASSES];
        for (float[] row : teacher) {
            for (int c = 0; c < CLASSES; c++) {
                row[c] = (float) random.nextGaussian();
            }
        }
    }

    private static Image noise(Random random) {
        byte[] pixels = new byte[CHANNELS * SIDE * SIDE];
        random.nextBytes(pixels);
        return new Image(CHANNELS, SIDE, SIDE, pixels);
    }

    List<Image> images() {
        return images;
    }

    /** The counts are for the weights alone: labels are drawn evenly, as in the PyTorch script. */
    TrainingData data(Encoder<Image> encoder) {
        ClassCounts counts = new ClassCounts(
                IntStream.range(0, CLASSES).mapToObj(c -> "class " + c).toList(),
                IntStream.range(0, CLASSES)
                        .mapToObj(c -> (long) (MOST * Math.pow(LEAST, c / (CLASSES - 1.0))))
                        .toList());
        return new TrainingData(encoder.encode(images), classes, counts, new Logits(counts.labels(), teacher));
    }
}
