package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.evaluate.Logits;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelOrderTest {

    private static final List<String> KNOWN = List.of("c", "a", "b");

    @Test
    void columnsAreMatchedByName() {
        Logits logits = new Logits(KNOWN, new float[][] {{1, 2, 3}, {4, 5, 6}});

        Logits ordered = new LabelOrder(KNOWN, List.of("a", "b", "c")).apply(logits);

        assertThat(ordered.labels()).containsExactly("a", "b", "c");
        assertThat(ordered.row(0)).containsExactly(2, 3, 1);
        assertThat(ordered.row(1)).containsExactly(5, 6, 4);
        assertThat(logits.row(0)).containsExactly(1, 2, 3);
    }

    @Test
    void aClassThatIsNotKnownLiesFarBelowTheSmallestLogit() {
        Logits logits = new Logits(KNOWN, new float[][] {{1, -2, 3}});

        Logits ordered = new LabelOrder(KNOWN, List.of("a", "new", "b", "c")).apply(logits);

        assertThat(ordered.row(0)).containsExactly(-2, -22, 3, 1);
    }

    @Test
    void silenceStaysSilence() {
        Logits logits = Logits.partial(KNOWN, new float[][] {null, {1, 2, 3}});

        Logits ordered = new LabelOrder(KNOWN, List.of("a", "b", "c")).apply(logits);

        assertThat(ordered.speaks(0)).isFalse();
        assertThat(ordered.row(1)).containsExactly(2, 3, 1);
    }

    @Test
    void theSameOrderIsNoWork() {
        Logits logits = new Logits(KNOWN, new float[][] {{1, 2, 3}});

        assertThat(new LabelOrder(KNOWN, List.of("c", "a", "b")).apply(logits)).isSameAs(logits);
    }

    @Test
    void differencesAreFound() {
        assertThat(new LabelOrder(KNOWN, List.of("a", "x", "y")).firstMissing()).contains("x");
        assertThat(new LabelOrder(KNOWN, List.of("a", "x", "y")).firstUnwanted())
                .contains("c");
        assertThat(new LabelOrder(KNOWN, List.of("a", "b", "c")).firstMissing()).isEmpty();
        assertThat(new LabelOrder(KNOWN, List.of("a", "b", "c")).firstUnwanted())
                .isEmpty();
    }
}
