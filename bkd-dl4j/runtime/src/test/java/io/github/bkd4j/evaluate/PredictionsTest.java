package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.corpus.Corpus;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionsTest {

    private static final Corpus<String> TEST = TestSet.of("a", "b", "c", "unknown");
    private static final Logits LOGITS = new Logits(
            List.of("z", "c", "b", "a"), new float[][] {{0, 1, 2, 3}, {0, 3, 1, 2}, {0, 2, 2, 3}, {9, 1, 2, 3}});
    private static final Predictions PREDICTIONS = Predictions.of(LOGITS, TEST);

    @Test
    void classesAreThoseOfTheTestSetThenTheSystems() {
        assertThat(PREDICTIONS.labels()).containsExactly("a", "b", "c", "unknown", "z");
        assertThat(PREDICTIONS.size()).isEqualTo(4);
        assertThat(PREDICTIONS.truth(3)).isEqualTo(3);
        assertThat(PREDICTIONS.predicted(3)).isEqualTo(4);
        assertThat(PREDICTIONS.isRight(0)).isTrue();
        assertThat(PREDICTIONS.isRight(3)).isFalse();
    }

    @Test
    void topKByHand() {
        assertThat(PREDICTIONS.topAccuracy(1)).isEqualTo(0.25); // a is first
        assertThat(PREDICTIONS.topAccuracy(2)).isEqualTo(0.5); // c ties with b, and comes before it
        assertThat(PREDICTIONS.topAccuracy(3)).isEqualTo(0.75); // b is last but one
        assertThat(PREDICTIONS.topAccuracy(9)).isEqualTo(0.75); // the unknown class never is
    }

    @Test
    void kBelowOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PREDICTIONS.topAccuracy(0))
                .withMessage("k must be >= 1 but was 0");
    }

    @Test
    void confusionByHand() {
        Confusion confusion = PREDICTIONS.confusion();

        assertThat(confusion.labels()).isEqualTo(PREDICTIONS.labels());
        assertThat(confusion.count(0, 0)).isEqualTo(1);
        assertThat(confusion.count(1, 2)).isEqualTo(1);
        assertThat(confusion.count(2, 1)).isZero();
        assertThat(confusion.count(3, 4)).isEqualTo(1);
    }

    @Test
    void reliabilityByHand() {
        // top probabilities 0.8, 0.8, 0.5: bins (11/15, 12/15] and (7/15, 8/15]
        float sure = (float) Math.log(4);
        Logits logits = new Logits(List.of("a", "b"), new float[][] {{sure, 0}, {sure, 0}, {0, 0}});

        List<ReliabilityBin> bins =
                Predictions.of(logits, TestSet.of("a", "b", "a")).reliability();

        assertThat(bins).hasSize(15);
        assertThat(bins).filteredOn(bin -> bin.instances() > 0).hasSize(2);
        assertThat(bins.get(7)).isEqualTo(new ReliabilityBin(1, 0.5, 1));
        ReliabilityBin upper = bins.get(12).instances() > 0 ? bins.get(12) : bins.get(11); // 0.8 in float
        assertThat(upper.instances()).isEqualTo(2);
        assertThat(upper.confidence()).isCloseTo(0.8, within(1e-7));
        assertThat(upper.accuracy()).isEqualTo(0.5);
    }
}
