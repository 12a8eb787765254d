package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApproximateRandomisationTest {

    private static final ClassCounts TRAINING = new ClassCounts(LabelSets.LABELS, List.of(200L, 50L, 5L, 3L));

    private static double[] pValues(MultiLabelCorpus<String> test, Logits first, Logits second) {
        List<MultiLabelPredictions> one = List.of(MultiLabelPredictions.of(first, LabelSets.half(), test));
        List<MultiLabelPredictions> other = List.of(MultiLabelPredictions.of(second, LabelSets.half(), test));
        F1Figures figures = new F1Figures(one.get(0).labels(), TRAINING);
        return new ApproximateRandomisation(figures, one, other).pValues();
    }

    /**
     * One system is right on all of four texts, the other on none: of the 16 swaps of texts 2 leave the systems as far
     * apart, so that the exact p-value is 2 / 16.
     */
    @Test
    void workedByHand() {
        MultiLabelCorpus<String> test = LabelSets.corpus("a", "a", "a", "a");
        double[] p = pValues(test, LabelSets.answers("a", "a", "a", "a"), LabelSets.answers("", "", "", ""));
        assertThat(p[F1Figures.MICRO]).isCloseTo(2 / 16.0, within(0.01));
        assertThat(p[F1Figures.MACRO]).isCloseTo(2 / 16.0, within(0.01));
    }

    @Test
    void systemsThatAgreeDoNotDiffer() {
        MultiLabelCorpus<String> test = LabelSets.random(50, 1);
        Logits same = LabelSets.rightIn(0.8, test, 1).predict(test.instances());
        assertThat(pValues(test, same, same)).containsOnly(1);
    }

    /** Under the null hypothesis a p-value is below 0.05 about once in 20. */
    @Test
    void equalSystemsAreRarelyTakenForDifferentOnes() {
        int rejected = 0;
        for (long seed = 0; seed < 12; seed++) {
            MultiLabelCorpus<String> test = LabelSets.random(40, seed);
            double[] p = pValues(
                    test,
                    LabelSets.rightIn(0.8, test, seed).predict(test.instances()),
                    LabelSets.rightIn(0.8, test, seed + 1000).predict(test.instances()));
            rejected += p[F1Figures.MACRO] < 0.05 ? 1 : 0;
        }
        assertThat(rejected).isBetween(0, 3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aBetterSystemIsFoundOut(long seed) {
        MultiLabelCorpus<String> test = LabelSets.random(150, seed);
        MultiLabelComparison found = MultiLabelEvaluation.on(test, TRAINING)
                .of("worse", 1, LabelSets.rightIn(0.7, test, seed), LabelSets.half())
                .of("better", 1, LabelSets.rightIn(0.9, test, seed + 1), LabelSets.half())
                .of("better", 2, LabelSets.rightIn(0.9, test, seed + 2), LabelSets.half())
                .against("better")
                .get(0);

        assertThat(found.macroF1().isBeyondChance()).isTrue();
        assertThat(found.microF1().direction()).isEqualTo(1);
        Interval difference = found.macroF1().interval();
        assertThat(difference.low()).isPositive().isLessThan(difference.estimate());
        assertThat(difference.high()).isGreaterThan(difference.estimate());
    }

    @Test
    void refusesOtherTestSets() {
        MultiLabelCorpus<String> one = LabelSets.corpus("a", "b");
        MultiLabelCorpus<String> other = LabelSets.corpus("b", "a");
        List<MultiLabelPredictions> first =
                List.of(MultiLabelPredictions.of(LabelSets.answers("a", "b"), LabelSets.half(), one));
        List<MultiLabelPredictions> second =
                List.of(MultiLabelPredictions.of(LabelSets.answers("a", "b"), LabelSets.half(), other));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ApproximateRandomisation(new F1Figures(LabelSets.LABELS, TRAINING), first, second))
                .withMessage("systems must be compared on the same test set and labels but theirs differ");
    }
}
