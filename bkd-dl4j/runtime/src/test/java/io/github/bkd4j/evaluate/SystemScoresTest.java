package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SystemScoresTest {

    private static final ClassCounts TRAINING = new ClassCounts(List.of("a", "b", "c"), List.of(500L, 50L, 5L));
    private static final Corpus<String> TEST = TestSet.of(Stream.of("a", "b", "c")
            .flatMap(label -> Collections.nCopies(20, label).stream())
            .toList());

    /** Right on the first {@code hits} of each class's 20 instances, else it says the first class, or the second. */
    private static Predictor<String> right(int... hits) {
        float[][] rows = new float[60][3]; // [instances, classes]
        for (int i = 0; i < 60; i++) {
            int c = i / 20;
            rows[i][i % 20 < hits[c] ? c : c == 0 ? 1 : 0] = 1;
        }
        return texts -> new Logits(TRAINING.labels(), rows);
    }

    private static final Evaluation<String> EVALUATION = Evaluation.on(TEST, TRAINING)
            .of("ce", 1, right(20, 16, 2), 10, 7)
            .of("ce", 2, right(18, 16, 4), 20, 7)
            .of("bkd", 1, right(19, 16, 15), 30, 7)
            .of("bkd", 2, right(19, 16, 17), 30, 7);

    @Test
    void figuresAreMeansOverTheRuns() {
        SystemScores ce = EVALUATION.system("ce");

        assertThat(ce.runs()).hasSize(2);
        assertThat(ce.balancedAccuracy().estimate()).isCloseTo((0.95 + 0.8 + 0.15) / 3, within(1e-15));
        assertThat(ce.accuracy().estimate()).isCloseTo(ce.balancedAccuracy().estimate(), within(1e-15));
        assertThat(ce.macroF1().estimate())
                .isCloseTo(ce.mean(run -> run.scores().macroF1()), within(1e-15));
        assertThat(ce.microF1().estimate())
                .isCloseTo(ce.mean(run -> run.scores().microF1()), within(1e-15));
        assertThat(ce.gMean().estimate()).isCloseTo(ce.mean(run -> run.scores().gMean()), within(1e-15));
        assertThat(ce.trainSeconds()).hasValue(15);
        assertThat(ce.parameters()).hasValue(7);
    }

    @Test
    void aGroupHasTheIntervalOfItsClasses() {
        Interval tail = EVALUATION.system("ce").recall(Group.TAIL).orElseThrow();

        assertThat(tail).isEqualTo(new MeanRecall(new double[] {20}, new double[] {0.15}).interval());
    }

    @Test
    void intervalsHoldTheEstimateHere() {
        SystemScores bkd = EVALUATION.system("bkd");

        assertThat(List.of(bkd.accuracy(), bkd.macroF1(), bkd.microF1(), bkd.gMean()))
                .allSatisfy(interval -> assertThat(interval.estimate())
                        .isBetween(interval.low(), interval.high())
                        .isNotEqualTo(interval.low()));
    }

    @Test
    void aGainBeyondChanceIsToldFromChance() {
        Comparison comparison = EVALUATION.against("bkd").get(0);

        assertThat(EVALUATION.against("bkd")).hasSize(1);
        assertThat(comparison.rival()).isEqualTo("ce");
        assertThat(comparison.balancedAccuracy().direction()).isEqualTo(1);
        assertThat(comparison.group(Group.TAIL).orElseThrow().interval().estimate())
                .isCloseTo(0.65, within(1e-15));
        assertThat(comparison.group(Group.TAIL).orElseThrow().direction()).isEqualTo(1);
        assertThat(comparison.group(Group.HEAD).orElseThrow().direction()).isZero();
        assertThat(comparison.accuracy()).isEmpty();
    }

    @Test
    void probabilitiesAreCorrectedOverTheRivals() {
        Evaluation<String> evaluation = EVALUATION.of("kd", 1, right(19, 14, 15), 1, 1);
        double alone = evaluation
                .against("bkd", List.of("kd"))
                .get(0)
                .balancedAccuracy()
                .pValue();
        double among = evaluation.against("bkd").get(1).balancedAccuracy().pValue();

        assertThat(alone).isBetween(0.01, 0.5);
        assertThat(among).isEqualTo(alone); // the largest of two p-values stays as it is
        assertThat(evaluation.against("bkd").get(0).balancedAccuracy().pValue())
                .isEqualTo(
                        2 * EVALUATION.against("bkd").get(0).balancedAccuracy().pValue());
    }

    @Test
    void singleModelsAreComparedByMcNemarToo() {
        Evaluation<String> single =
                Evaluation.on(TEST, TRAINING).of("one", right(20, 20, 10)).of("other", right(20, 10, 12));
        Difference accuracy = single.against("one").get(0).accuracy().orElseThrow();

        assertThat(accuracy.interval().estimate()).isCloseTo(8 / 60.0, within(1e-15));
        assertThat(accuracy.pValue()).isEqualTo(new McNemar(10, 2).pValue());
        // mean 8/60, mean square 12/60
        assertThat(accuracy.interval().high() - accuracy.interval().estimate())
                .isCloseTo(1.96 * Math.sqrt((12 / 60.0 - 64 / 3600.0) / 60), within(1e-12));
    }

    @Test
    void classesThatAreNeverPredictedOrTooSmallAreNamed() {
        Evaluation<String> evaluation = Evaluation.on(TestSet.of("a", "a", "a", "a", "a", "b", "c"), TRAINING)
                .of("majority", texts -> new Logits(List.of("a"), new float[7][1]));

        assertThat(evaluation.warnings())
                .containsExactly(
                        "system 'majority' never predicts 'b', 'c'",
                        "intervals of accuracy, macro-F1, micro-F1 and G-mean are too narrow, for there are fewer than "
                                + "5 test instances of 'b', 'c'");
        assertThat(EVALUATION.warnings()).isEmpty();
    }

    @Test
    void tenClassesAreNamedAndTheOthersCounted() {
        assertThat(Warnings.ofNeverPredicted("x", Collections.nCopies(12, "c")))
                .hasValueSatisfying(warning -> assertThat(warning).endsWith("'c', 'c' and 2 more"));
        assertThat(Warnings.some(Collections.nCopies(7, "c"))).isEqualTo("'c', 'c', 'c', 'c', 'c' and 2 more");
    }

    @Test
    void aSystemThatIsNotThereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EVALUATION.system("dkd"))
                .withMessage("system must be one of [ce, bkd] but was dkd");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClassScores(3, 2, 3))
                .withMessage("hits must be from 0 to 2 but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Difference(new Interval(0, 0, 0), 1.5, 1))
                .withMessage("p-value must be in [0, 1] but was 1.5");
    }
}
