package io.github.bkd4j.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.image.Image;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All pixels of the training images are 200 if they are of the large class, 40 if of the small one. */
class TransferImagesTest {

    private static final int LARGE = 200;
    private static final int SMALL = 40;
    private static final int SIDE = 10;

    private static Corpus<Image> corpus() {
        List<Labeled<Image>> rows = new ArrayList<>();
        IntStream.range(0, 30).forEach(i -> rows.add(new Labeled<>(plain(LARGE), "large")));
        IntStream.range(0, 2).forEach(i -> rows.add(new Labeled<>(plain(SMALL), "small")));
        return Corpus.of(rows);
    }

    private static Image plain(int value) {
        byte[] pixels = new byte[2 * SIDE * SIDE];
        Arrays.fill(pixels, (byte) value);
        return new Image(2, SIDE, SIDE, pixels);
    }

    private static List<int[]> values(List<Image> images) {
        return images.stream()
                .map(image -> {
                    byte[] pixels = image.pixels();
                    return IntStream.range(0, pixels.length)
                            .map(i -> Byte.toUnsignedInt(pixels[i]))
                            .toArray();
                })
                .toList();
    }

    @Test
    void bothKindsDrawClassesAlikeWhateverTheirSize() {
        for (List<Image> images :
                List.of(TransferImages.cutMix(corpus(), 2000, 3), TransferImages.mixup(corpus(), 2000, 3))) {
            double mean = values(images).stream()
                    .flatMapToInt(Arrays::stream)
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo((LARGE + SMALL) / 2.0, within(4.0));
        }
    }

    /** The pasted part is one rectangle, the same in each channel, with at most 70% of the area. */
    @Test
    void cutMixPastesARectangle() {
        int pasted = 0;
        for (Image image : TransferImages.cutMix(corpus(), 300, 1)) {
            int[] values = values(List.of(image)).get(0);
            assertThat(Arrays.stream(values)).allMatch(value -> value == LARGE || value == SMALL);
            int[] first = Arrays.copyOf(values, SIDE * SIDE);
            assertThat(Arrays.copyOfRange(values, SIDE * SIDE, values.length)).isEqualTo(first);
            if (Arrays.stream(first).distinct().count() == 2) {
                pasted++;
                assertThat(List.of(rectangle(first, LARGE), rectangle(first, SMALL)))
                        .anyMatch(area -> area > 0 && area <= 0.7 * SIDE * SIDE);
            }
        }
        assertThat(pasted).isGreaterThan(100);
    }

    /** The number of pixels of a value if they fill a rectangle, else 0. */
    private static int rectangle(int[] pixels, int value) {
        int[] at = IntStream.range(0, pixels.length)
                .filter(i -> pixels[i] == value)
                .toArray();
        int[] columns = Arrays.stream(at).map(i -> i % SIDE).sorted().distinct().toArray();
        int[] rows = Arrays.stream(at).map(i -> i / SIDE).sorted().distinct().toArray();
        boolean full = at.length == columns.length * rows.length
                && columns[columns.length - 1] - columns[0] == columns.length - 1
                && rows[rows.length - 1] - rows[0] == rows.length - 1;
        return full ? at.length : 0;
    }

    @Test
    void mixupIsAMeanInWhichTheFirstWeighsMore() {
        List<Integer> means = values(TransferImages.mixup(corpus(), 400, 1)).stream()
                .map(values -> {
                    assertThat(Arrays.stream(values).distinct().count()).isOne();
                    return values[0];
                })
                .toList();

        assertThat(means).allMatch(value -> value >= SMALL && value <= LARGE);
        assertThat(means).anyMatch(value -> value > 125 && value < 195).anyMatch(value -> value > 45 && value < 115);
    }

    @Test
    void theSeedDecides() {
        assertThat(TransferImages.cutMix(corpus(), 20, 1))
                .isEqualTo(TransferImages.cutMix(corpus(), 20, 1))
                .isNotEqualTo(TransferImages.cutMix(corpus(), 20, 2));
        assertThat(TransferImages.mixup(corpus(), 0, 1)).isEmpty();
    }

    @Test
    void wrongNumbersAndSizesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransferImages.cutMix(corpus(), -1, 1))
                .withMessage("count must be >= 0 but was -1");
        Corpus<Image> two =
                Corpus.of(List.of(new Labeled<>(plain(1), "a"), new Labeled<>(new Image(1, 2, 2, new byte[4]), "b")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransferImages.mixup(two, 50, 1))
                .withMessageContaining("images must have one size but were [");
    }
}
