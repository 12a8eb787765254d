package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultiLabelScoresTest {

    private static final ClassCounts TRAINING = new ClassCounts(LabelSets.LABELS, List.of(200L, 50L, 5L, 3L));

    /** True: a 3, b 2, c 1. Answered: a 2 (2 right), b 2 (1 right), c 0, d 1 (0 right). */
    private final MultiLabelCorpus<String> test = LabelSets.corpus("a", "ab", "", "abc");

    private final Logits answers = LabelSets.answers("a", "ab", "b", "d");

    private MultiLabelScores scores() {
        return MultiLabelScores.of(answers, LabelSets.half(), test, TRAINING);
    }

    @Test
    void workedByHand() {
        MultiLabelScores scores = scores();
        assertThat(scores.microF1()).isCloseTo(2 * 3 / 11.0, within(1e-12));
        assertThat(scores.macroF1()).isCloseTo((4 / 5.0 + 2 / 4.0 + 0) / 3, within(1e-12));
        assertThat(scores.f1(Group.MANY)).hasValue(0.8);
        assertThat(scores.f1(Group.MEDIUM)).hasValue(0.5);
        assertThat(scores.f1(Group.FEW)).hasValue(0);
        assertThat(scores.f1(Group.HEAD)).hasValueCloseTo((0.8 + 0.5) / 2, within(1e-12));
        assertThat(scores.f1(Group.TAIL)).isEmpty();
        assertThat(scores.subsetAccuracy()).isEqualTo(0.5);
        assertThat(scores.hammingLoss()).isEqualTo(5 / 16.0);
        assertThat(scores.precisionAt().get(1)).isEqualTo(0.5);
        assertThat(scores.recallAt().get(1)).isCloseTo((1 + 0.5 + 0) / 3, within(1e-12));
        assertThat(scores.labels()).containsOnlyKeys("a", "b", "c").containsEntry("b", new ClassScores(2, 2, 1));
    }

    @Test
    void labelsThatTheSystemDoesNotKnowCountAsF1OfZero() {
        Logits onlyA = new Logits(List.of("a"), new float[][] {{1}, {1}, {-1}, {1}});
        MultiLabelScores scores = MultiLabelScores.of(onlyA, Thresholds.all(List.of("a"), 0.5), test, TRAINING);
        assertThat(scores.macroF1()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(scores.microF1()).isCloseTo(2 * 3 / 9.0, within(1e-12));
    }

    @Test
    void theThresholdDecides() {
        Thresholds strict = new Thresholds(LabelSets.LABELS, List.of(0.9, 0.5, 0.5, 0.5));
        assertThat(strict.reached(answers, 1)).containsExactly(1); // sigmoid(2) is 0.88
        assertThat(LabelSets.half().reached(answers, 1)).containsExactly(0, 1);
        assertThat(LabelSets.half().reached(new Logits(LabelSets.LABELS, new float[1][4]), 0))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Thresholds.all(List.of("a", "c"), 0.5).reached(answers, 0))
                .withMessage(
                        "thresholds must be of the labels of the logits, 'a', 'b', 'c', 'd', but were of 'a', 'c'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Thresholds(List.of("a"), List.of(1.5)))
                .withMessage("threshold of label 'a' must be in [0, 1] but was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Thresholds(List.of("a"), List.of()))
                .withMessage("thresholds must be one per label, 1, but were 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultiLabelScores.of(LabelSets.answers("a"), LabelSets.half(), test, TRAINING))
                .withMessage("logits must have one row an instance, 4, but had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultiLabelScores.of(
                        LabelSets.answers("a"), LabelSets.half(), test.rows(new int[] {2}), TRAINING))
                .withMessage("test set must have at least one label but had none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultiLabelScores.of(
                        new Logits(List.of("a"), new float[][] {{1}, {1}, {Float.NaN}, {1}}),
                        Thresholds.all(List.of("a"), 0.5),
                        test,
                        TRAINING))
                .withMessage("logits of instance 2 must be finite but class 'a' had NaN");
    }

    @Test
    void anEvaluationKeepsItsRunsAndWarns() {
        MultiLabelEvaluation<String> evaluation = MultiLabelEvaluation.on(test, TRAINING)
                .of("x", 1, texts -> answers, LabelSets.half())
                .of("x", 2, texts -> LabelSets.answers("a", "ab", "", "abc"), LabelSets.half());

        assertThat(evaluation.system("x").macroF1().estimate()).isCloseTo((scores().macroF1() + 1) / 2, within(1e-12));
        assertThat(evaluation.system("x").microF1().estimate()).isCloseTo((scores().microF1() + 1) / 2, within(1e-12));
        assertThat(evaluation.warnings()).isEmpty();
        assertThat(MultiLabelEvaluation.on(test, TRAINING)
                        .of("x", texts -> answers, LabelSets.half())
                        .warnings())
                .containsExactly("system 'x' never predicts 'c'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation.of("x", 2, texts -> answers, LabelSets.half()))
                .withMessage("system 'x' must have one result per seed but had two for seed 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation.system("y"))
                .withMessage("system must be one of [x] but was y");
    }

    @Test
    void aTestSetMustHaveALabelThatTrainingKnows() {
        ClassCounts other = new ClassCounts(List.of("a", "z"), List.of(0L, 3L));
        assertThatThrownBy(() -> MultiLabelEvaluation.on(test, other))
                .isInstanceOf(CorpusException.class)
                .hasMessage("the test set must have a label that training knows but had only 'a', 'b', 'c' where"
                        + " training has 'a', 'z'");
        assertThatThrownBy(() -> MultiLabelEvaluation.on(test.rows(new int[] {2}), TRAINING))
                .isInstanceOf(CorpusException.class)
                .hasMessage("the test set must have a label that training knows but had none where training has 'a',"
                        + " 'b', 'c', 'd'");
    }
}
