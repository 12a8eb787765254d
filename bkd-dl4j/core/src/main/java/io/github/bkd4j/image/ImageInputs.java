package io.github.bkd4j.image;

import io.github.bkd4j.input.Features;
import io.github.bkd4j.input.Inputs;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4j;

/** Encoded images: one array {@code [batch, channels, height, width]} per batch. Immutable. */
public final class ImageInputs implements Inputs {

    private final ImageEncoder encoder;
    private final List<Image> images;
    private final @Nullable Long seed; // of one epoch's augmentation; null for unchanged images

    private ImageInputs(ImageEncoder encoder, List<Image> images, @Nullable Long seed) {
        this.encoder = encoder;
        this.images = images;
        this.seed = seed;
    }

    static ImageInputs of(ImageEncoder encoder, List<Image> images) {
        return new ImageInputs(encoder, List.copyOf(images), null);
    }

    @Override
    public int size() {
        return images.size();
    }

    @Override
    public int length(int row) {
        return 1;
    }

    @Override
    public boolean changesEachEpoch() {
        return !encoder.augmentation().equals(Augmentation.NONE);
    }

    @Override
    public Inputs forEpoch(long epochSeed) {
        return changesEachEpoch() ? new ImageInputs(encoder, images, epochSeed) : this;
    }

    @Override
    public Features features(int... rows) {
        int size = encoder.channels().size() * encoder.height() * encoder.width();
        float[] batch = new float[rows.length * size];
        // the seed depends on the whole batch, so that an image drawn twice in an epoch is changed differently
        SplittableRandom random =
                seed == null ? null : new SplittableRandom(seed ^ ((long) Arrays.hashCode(rows) << 20));
        for (int i = 0; i < rows.length; i++) {
            Augmentation.Change change = random == null
                    ? Augmentation.Change.NONE
                    : encoder.augmentation().draw(random);
            encode(images.get(rows[i]), change, batch, i * size);
        }
        long[] shape = {rows.length, encoder.channels().size(), encoder.height(), encoder.width()};
        return new Features(List.of(Nd4j.create(batch, shape, 'c')), List.of());
    }

    private void encode(Image image, Augmentation.Change change, float[] batch, int start) {
        int at = start;
        for (int c = 0; c < image.channels(); c++) {
            ImageEncoder.Channel channel = encoder.channels().get(c);
            float mean = (float) channel.mean();
            float factor = (float) (1 / channel.deviation());
            for (int row = 0; row < image.height(); row++) {
                int y = row + change.down();
                boolean inside = y >= 0 && y < image.height();
                for (int column = 0; column < image.width(); column++) {
                    int x = (change.flipped() ? image.width() - 1 - column : column) + change.right();
                    int pixel = inside && x >= 0 && x < image.width() ? image.at(c, y, x) : 0;
                    batch[at++] = (pixel - mean) * factor;
                }
            }
        }
    }
}
