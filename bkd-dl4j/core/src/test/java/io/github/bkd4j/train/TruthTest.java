package io.github.bkd4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TruthTest {

    private static float[] row(Truth truth, int row) {
        float[] target = new float[4];
        truth.write(row, target, 1);
        return target;
    }

    @Test
    void aClassIsOneHotAndNoneIsZeros() {
        Truth truth = new Truth.OneClass(new int[] {2});

        assertThat(row(truth, 0)).containsExactly(0, 0, 0, 1);
        assertThat(row(truth, 1)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void aSetHasAOneForEachLabelAndWhatIsUnknownIsMinusOne() {
        Truth truth = new Truth.LabelSets(new int[][] {{0, 2}, {}}, 3);

        assertThat(row(truth, 0)).containsExactly(0, 1, 0, 1);
        assertThat(row(truth, 1)).containsExactly(0, 0, 0, 0);
        assertThat(row(truth, 2)).containsExactly(0, -1, -1, -1);
        assertThat(truth.classes()).containsExactly(0, 0);
    }
}
