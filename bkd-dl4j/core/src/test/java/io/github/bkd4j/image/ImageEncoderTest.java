package io.github.bkd4j.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.EncoderContract;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.input.Inputs;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class ImageEncoderTest extends EncoderContract<Image> {

    private static final Image DARK = image(0, 0, 0, 0);
    private static final Image BRIGHT = image(255, 255, 255, 255);
    private static final Image MIXED = image(0, 200, 100, 50);
    private static final List<Image> IMAGES = List.of(DARK, BRIGHT, MIXED);

    private static Image image(int... pixels) {
        byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) pixels[i];
        }
        return new Image(1, 2, 2, bytes);
    }

    @Override
    protected Encoder<Image> encoder() {
        return ImageEncoding.plain().fit(IMAGES);
    }

    @Override
    protected List<Image> instances() {
        return IMAGES;
    }

    private static float[] row(Inputs inputs, int row) {
        return inputs.features(row).arrays().get(0).ravel().toFloatVector();
    }

    @Test
    void theTrainingImagesHaveMean0AndDeviation1() {
        INDArray all = encoder().encode(IMAGES).features(0, 1, 2).arrays().get(0);
        assertThat(all.shape()).containsExactly(3, 1, 2, 2);
        assertThat(all.meanNumber().doubleValue()).isCloseTo(0, within(1e-6));
        assertThat(all.stdNumber(false).doubleValue()).isCloseTo(1, within(1e-6));
        assertThat(encoder().shape()).isEqualTo(new InputShape.Images(1, 2, 2));
    }

    @Test
    void aPixelIsEncodedByHand() {
        ImageEncoder encoder = new ImageEncoder(Augmentation.NONE, 2, 2, List.of(new ImageEncoder.Channel(100, 50)));
        assertThat(row(encoder.encode(List.of(MIXED)), 0)).containsExactly(-2, 2, 0, -1);
    }

    @Test
    void imagesAllAlikeAreNotDividedByZero() {
        assertThat(row(ImageEncoding.plain().fit(List.of(BRIGHT)).encode(List.of(BRIGHT)), 0))
                .containsExactly(0, 0, 0, 0);
    }

    @Test
    void anImageOfAnotherSizeIsRefused() {
        Image wide = new Image(1, 2, 3, new byte[6]);
        Image coloured = new Image(3, 2, 2, new byte[12]);
        assertThatThrownBy(() -> ImageEncoding.plain().fit(List.of(DARK, wide)))
                .isInstanceOf(CorpusException.class)
                .hasMessage("images must all be [1, 2, 2] = [channels, height, width] but image 2 was [1, 2, 3]");
        assertThatThrownBy(() -> encoder().encode(List.of(coloured)))
                .isInstanceOf(CorpusException.class)
                .hasMessage("images must all be [1, 2, 2] = [channels, height, width] but image 1 was [3, 2, 2]");
    }

    @Test
    void answersAreGivenOnImagesAsTheyAre() {
        ImageInputs inputs =
                new ImageEncoding(new Augmentation(1, true)).fit(IMAGES).encode(IMAGES);
        ImageInputs plain = ImageEncoding.plain().fit(IMAGES).encode(IMAGES);
        assertThat(row(inputs, 2)).isEqualTo(row(plain, 2));
        assertThat(inputs.changesEachEpoch()).isTrue();
        assertThat(plain.changesEachEpoch()).isFalse();
        assertThat(plain.forEpoch(1)).isSameAs(plain);
    }

    /** Every one of the 9 places, flipped or not, and black where there was nothing; the seed decides. */
    @Test
    void anEpochMovesAndFlips() {
        Image corner = image(255, 0, 0, 0);
        ImageEncoder encoder =
                new ImageEncoder(new Augmentation(1, true), 2, 2, List.of(new ImageEncoder.Channel(0, 255)));
        ImageInputs inputs = encoder.encode(List.of(corner));
        int[] seen = new int[5]; // bright at each of the four pixels, or nowhere
        for (long seed = 0; seed < 500; seed++) {
            float[] pixels = row(inputs.forEpoch(seed), 0);
            assertThat(row(inputs.forEpoch(seed), 0)).isEqualTo(pixels);
            int at = 4;
            for (int i = 0; i < 4; i++) {
                assertThat(pixels[i]).isIn(0f, 1f);
                at = pixels[i] == 1 ? i : at;
            }
            seen[at]++;
        }
        assertThat(seen).doesNotContain(0);
    }

    @Test
    void anImageThatComesTwiceIsNotChangedAlike() {
        Inputs inputs = new ImageEncoding(new Augmentation(1, false))
                .fit(IMAGES)
                .encode(IMAGES)
                .forEpoch(3);
        INDArray batch = inputs.features(2, 2, 2, 2, 2, 2).arrays().get(0);
        long different = IntStream.range(0, 6)
                .mapToObj(i -> batch.slice(i).ravel().toStringFull())
                .distinct()
                .count();
        assertThat(different).isGreaterThan(1);
    }

    @Test
    void augmentationDoesNotMakeAnotherEncoder() {
        ImageEncoder moved = new ImageEncoding(Augmentation.CROP_AND_FLIP).fit(IMAGES);
        assertThat(moved.encodesLike(encoder())).isTrue();
        assertThat(moved.encodesLike(ImageEncoding.plain().fit(List.of(DARK)))).isFalse();
    }

    @Test
    void valuesOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Augmentation(-1, false))
                .withMessage("padding must be >= 0 but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageEncoder.Channel(0, 0))
                .withMessage("deviation must be finite and > 0 but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Image(1, 2, 2, new byte[5]))
                .withMessage("pixels must be [1, 2, 2], 4, but were 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Image(0, 2, 2, new byte[0]))
                .withMessage("sizes of an image must be >= 1 but were [0, 2, 2]");
    }
}
