package io.github.bkd4j.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassCountsTest {

    private final ClassCounts counts =
            new ClassCounts(List.of("bug", "empty", "praise", "refund"), List.of(4L, 0L, 4L, 10L));

    @Test
    void knowsClassesAndTotal() {
        assertThat(counts.classes()).isEqualTo(4);
        assertThat(counts.count(3)).isEqualTo(10);
        assertThat(counts.total()).isEqualTo(18);
        assertThat(counts.stream()).containsExactly(4L, 0L, 4L, 10L);
    }

    @Test
    void imbalanceFactorIsOfTheClassesThatHaveInstances() {
        assertThat(counts.imbalanceFactor()).isEqualTo(2.5);
        assertThat(new ClassCounts(List.of("bug"), List.of(0L)).imbalanceFactor())
                .isEqualTo(1);
        assertThat(new ClassCounts(List.of(), List.of()).imbalanceFactor()).isEqualTo(1);
    }

    @Test
    void ranksByCountThenName() {
        assertThat(counts.ranking()).containsExactly(3, 0, 2, 1);
        assertThat(new ClassCounts(List.of("z", "a"), List.of(1L, 1L)).ranking())
                .containsExactly(1, 0);
    }

    @Test
    void everyClassMayBeRequiredToHaveAnInstance() {
        ClassCounts full = new ClassCounts(List.of("bug", "refund"), List.of(4L, 1L));
        assertThat(full.requireEach("for logit adjustment")).isSameAs(full);
        assertThatThrownBy(() -> counts.requireEach("for logit adjustment"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class 'empty' must have at least one training instance for logit adjustment but had 0");
    }

    @Test
    void hasOneCountAClass() {
        assertThatThrownBy(() -> new ClassCounts(List.of("bug", "refund"), List.of(1L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("counts must have one entry a class, 2, but had 1");
    }

    @Test
    void countIsNotNegative() {
        assertThatThrownBy(() -> new ClassCounts(List.of("bug", "refund"), List.of(1L, -2L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("count of class 'refund' must be >= 0 but was -2");
    }

    /** More than an int, and more than a float counts exactly. */
    @Test
    void countsOfBillions() {
        ClassCounts counts = new ClassCounts(List.of("a", "b"), List.of(3_000_000_001L, 1L));
        assertThat(counts.total()).isEqualTo(3_000_000_002L);
        assertThat(counts.imbalanceFactor()).isEqualTo(3_000_000_001.0);
        assertThat(counts.ranking()).containsExactly(0, 1);
    }
}
