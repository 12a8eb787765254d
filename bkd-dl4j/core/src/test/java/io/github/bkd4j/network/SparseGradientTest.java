package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseGradientTest {

    private static final int ROWS = 2000;

    private final SparseGradient gradient = new SparseGradient(ROWS, 2);

    /** Far more rows than there is room for at first, batch after batch. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void holdsWhatAMapWouldHold(long seed) {
        Random random = new Random(seed);
        for (int batch = 0; batch < 5; batch++) {
            gradient.clear();
            Map<Integer, Float> reference = new HashMap<>();
            for (int i = random.nextInt(3000); i > 0; i--) {
                int id = random.nextInt(ROWS);
                gradient.of(id)[1] += i;
                reference.merge(id, (float) i, Float::sum);
            }
            assertThat(contents()).isEqualTo(reference);
        }
    }

    private Map<Integer, Float> contents() {
        Map<Integer, Float> contents = new HashMap<>();
        for (int slot = 0; slot < gradient.size(); slot++) {
            contents.put(gradient.id(slot), gradient.row(slot)[1]);
            assertThat(gradient.row(slot))
                    .isSameAs(gradient.of(gradient.id(slot)))
                    .hasSize(2);
            assertThat(gradient.row(slot)[0]).isZero();
        }
        assertThat(contents).hasSize(gradient.size());
        return contents;
    }

    @Test
    void isEmptyAtFirstAndWhenCleared() {
        assertThat(gradient.size()).isZero();
        gradient.of(7)[0] = 1;
        gradient.clear();
        assertThat(gradient.size()).isZero();
        assertThat(gradient.of(7)).containsExactly(0, 0);
    }
}
