package io.github.bkd4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    @Test
    void slotsComeInTheOrderOfTheTokens() {
        Tokens tokens = Tokens.of(new int[][] {{7, 0, 7}, {3, 0}}, new float[][] {{1, 2, 3}, {4, 5}});

        assertThat(tokens.texts()).isEqualTo(2);
        assertThat(tokens.ids()).containsExactly(7, 0, 3);
        assertThat(tokens.slots(0)).containsExactly(0, 1, 0);
        assertThat(tokens.slots(1)).containsExactly(2, 1);
        assertThat(tokens.weights(1)).containsExactly(4, 5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyTokenIsFoundAgain(long seed) {
        Random random = new Random(seed);
        int[][] ids = new int[50][];
        Arrays.setAll(
                ids, text -> random.ints(text, 0, 1 << 24).map(id -> id & ~0xFF).toArray());
        Tokens tokens = Tokens.of(ids, new float[50][]);

        assertThat(tokens.ids()).doesNotHaveDuplicates();
        for (int text = 0; text < ids.length; text++) {
            int[] found = Arrays.stream(tokens.slots(text))
                    .map(slot -> tokens.ids()[slot])
                    .toArray();
            assertThat(found).isEqualTo(ids[text]);
        }
    }

    @Test
    void noTextsHaveNoTokens() {
        assertThat(Tokens.of(new int[0][], new float[0][]).ids()).isEmpty();
    }
}
