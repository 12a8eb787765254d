package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.image.Augmentation;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.image.ImageEncoding;
import org.junit.jupiter.api.Test;

class ImageCnnTest extends ImageArchitectureContract {

    @Override
    Architecture<Image> architecture() {
        return ImageCnn.small().withFilters(4);
    }

    @Test
    void parametersAreCounted() {
        long weights = 9L * (3 * 16 + 16 * 32 + 32 * 64) + 64 * 10 + 10;
        assertThat(of(ImageCnn.small(), 3, 32, 10).parameters()).isEqualTo(weights + 4 * (16 + 32 + 64));
    }

    @Test
    void theSettings() {
        assertThat(ImageCnn.small()).isEqualTo(new ImageCnn(ImageEncoding.plain(), 16, 0, Head.LINEAR));
        ImageEncoding moved = new ImageEncoding(Augmentation.CROP_AND_FLIP);
        assertThat(ImageCnn.small()
                        .withEncoding(moved)
                        .withFilters(8)
                        .withDropout(0.1)
                        .withHead(Head.COSINE))
                .isEqualTo(new ImageCnn(moved, 8, 0.1, Head.COSINE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageCnn.small().withFilters(0))
                .withMessage("filters must be >= 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageCnn.small().withDropout(1))
                .withMessage("dropout must be >= 0 and < 1 but was 1.0");
    }
}
