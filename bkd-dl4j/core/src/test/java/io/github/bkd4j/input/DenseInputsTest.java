package io.github.bkd4j.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class DenseInputsTest extends EncoderContract<float[]> {

    @Override
    protected Encoder<float[]> encoder() {
        return new Encoder<>() {
            @Override
            public InputShape shape() {
                return new InputShape.Vector(2);
            }

            @Override
            public Inputs encode(List<float[]> rows) {
                return new DenseInputs(rows.toArray(float[][]::new));
            }
        };
    }

    @Override
    protected List<float[]> instances() {
        return List.of(new float[] {0, 0}, new float[] {1, -2}, new float[] {Float.MAX_VALUE, Float.MIN_VALUE});
    }

    @Test
    void featuresAreTheRowsThemselves() {
        Features features = new DenseInputs(new float[][] {{1, 2}, {3, 4}, {5, 6}}).features(2, 0);

        assertThat(features.arrays()).hasSize(1);
        assertThat(features.masks()).isEmpty();
        assertThat(features.arrays().get(0).toFloatMatrix()).isDeepEqualTo(new float[][] {{5, 6}, {1, 2}});
    }

    @Test
    void rowsOfDifferentWidthAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenseInputs(new float[][] {{1, 2}, {3, 4}, {5}}))
                .withMessage("rows must be [3, 2] but row 2 had 1 columns");
    }
}
