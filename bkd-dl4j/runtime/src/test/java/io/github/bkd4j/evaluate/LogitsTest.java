package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogitsTest {

    private static final List<String> LABELS = List.of("a", "b", "c");

    @Test
    void theTopClassIsTheLargestLogitAndOfEqualsTheFirst() {
        Logits logits = new Logits(LABELS, new float[][] {{1, 3, 2}, {0, 5, 5}, {-1, -1, -1}});

        assertThat(logits.top(0)).isEqualTo(1);
        assertThat(logits.top(1)).isEqualTo(1);
        assertThat(logits.top(2)).isEqualTo(0);
    }

    @Test
    void probabilitiesByHand() {
        Logits logits = new Logits(LABELS, new float[][] {{0, 0, 0}, {1000, 1000, -1000}});

        assertThat(logits.probabilities(0)).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-15));
        assertThat(logits.probabilities(1)).containsExactly(new double[] {0.5, 0.5, 0}, within(1e-15));
        assertThat(logits.logProbabilities(1))
                .containsExactly(new double[] {-Math.log(2), -Math.log(2), -2000 - Math.log(2)}, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void probabilitiesSumToOneAndAreTheExponentialsOfTheLogProbabilities(long seed) {
        Random random = new Random(seed);
        float[] row = {50 * random.nextFloat(), -50 * random.nextFloat(), random.nextFloat()};
        Logits logits = new Logits(LABELS, new float[][] {row});

        assertThat(Arrays.stream(logits.probabilities(0)).sum()).isCloseTo(1, within(1e-14));
        assertThat(Arrays.stream(logits.logProbabilities(0)).map(Math::exp).toArray())
                .isEqualTo(logits.probabilities(0));
        assertThat(logits.logProbabilities(0)[0] - logits.logProbabilities(0)[1])
                .isCloseTo((double) row[0] - row[1], within(1e-12));
    }

    @Test
    void aRowOfAnotherWidthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Logits(LABELS, new float[][] {{1, 2, 3}, {1, 2}}))
                .withMessage("logits must be [2, 3] but row 1 had 2 columns");
    }

    @Test
    void noClassIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Logits(List.of(), new float[][] {{}}))
                .withMessage("logits must have at least one class but had none");
    }

    @Test
    void partialLogitsAreSilentWhereTheyHaveNoRow() {
        Logits logits = Logits.partial(LABELS, new float[][] {{1, 2, 3}, null, {4, 5, 6}});

        assertThat(logits.size()).isEqualTo(3);
        assertThat(logits.speaks(0)).isTrue();
        assertThat(logits.speaks(1)).isFalse();
        assertThat(logits.speaks(2)).isTrue();
        assertThat(logits.row(2)).containsExactly(4, 5, 6);
    }

    @Test
    void nothingCanBeReadFromASilentRow() {
        Logits logits = Logits.partial(LABELS, new float[][] {{1, 2, 3}, null});
        List<Consumer<Logits>> readers =
                List.of(l -> l.row(1), l -> l.top(1), l -> l.probabilities(1), l -> l.logProbabilities(1));

        assertThat(readers)
                .allSatisfy(reader -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> reader.accept(logits))
                        .withMessage("logits must have a row for instance 1 but were silent on it"));
    }

    @Test
    void whoNeedsEveryRowNamesTheFirstThatIsSilent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Logits.partial(LABELS, new float[][] {{1, 2, 3}, null, null})
                        .requireComplete())
                .withMessage("logits must have a row for every instance but were silent on instance 1");
        assertThatNoException()
                .isThrownBy(() ->
                        Logits.partial(LABELS, new float[][] {{1, 2, 3}}).requireComplete());
    }

    @Test
    void thePartsOfPartialLogitsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Logits.partial(LABELS, new float[][] {null, {1, 2}}))
                .withMessage("logits must be [2, 3] but row 1 had 2 columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Logits.partial(List.of(), new float[][] {null}))
                .withMessage("logits must have at least one class but had none");
    }
}
