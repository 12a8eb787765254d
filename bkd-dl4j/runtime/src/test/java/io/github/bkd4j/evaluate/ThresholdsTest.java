package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdsTest {

    private static final List<String> LABELS = List.of("a", "b");

    private static float logit(double probability) {
        return (float) Math.log(probability / (1 - probability));
    }

    /** One row per text: its labels, and the probabilities of a and b. */
    private record Row(String set, double a, double b) {}

    private static MultiLabelCorpus<String> truth(List<Row> rows) {
        return LabelSets.corpus(rows.stream().map(Row::set).toArray(String[]::new));
    }

    private static Logits logits(List<Row> rows) {
        return new Logits(
                LABELS,
                rows.stream()
                        .map(row -> new float[] {logit(row.a()), logit(row.b())})
                        .toArray(float[][]::new));
    }

    /** 100 texts of a at 0.305, 100 without it at 0.205; b is right at 0.805 alone, of 2 texts. */
    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(new Row("a", 0.305, 0.605));
            rows.add(new Row("", 0.205, 0.105));
        }
        rows.add(new Row("b", 0.105, 0.805));
        rows.add(new Row("b", 0.105, 0.805));
        return rows;
    }

    @Test
    void aCommonLabelHasAThresholdOfItsOwn() {
        ClassCounts training = new ClassCounts(LABELS, List.of(200L, 200L));
        Thresholds chosen = Thresholds.perLabel(logits(rows()), truth(rows()), training);
        assertThat(chosen.values().get(0)).isEqualTo(0.3); // the nearest to 0.5 that has them all
    }

    /** By itself b would take 0.61 to 0.80; the group wants 0.30, at which b is wrong 100 times of 102. */
    @Test
    void aRareLabelHasThatOfItsGroupUnlessItIsAlone() {
        Thresholds together =
                Thresholds.perLabel(logits(rows()), truth(rows()), new ClassCounts(LABELS, List.of(200L, 200L)));
        Thresholds alone =
                Thresholds.perLabel(logits(rows()), truth(rows()), new ClassCounts(LABELS, List.of(200L, 2L)));
        assertThat(alone.values()).containsExactly(0.3, 0.61);
        assertThat(together.values().get(0)).isEqualTo(0.3);
        assertThat(together.values().get(1)).isLessThanOrEqualTo(0.61);
    }

    /** At 0.30 a has 1 and b 4/104, at 0.61 a has 0 and b 1. */
    @Test
    void oneThresholdIsThatOfTheLargestMacroF1() {
        assertThat(Thresholds.one(logits(rows()), truth(rows())).values()).containsExactly(0.3, 0.3);
    }

    /** However the scores lie, macro-F1 on the same texts is at least that of 0.5. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neverWorseThanAHalfOnTheTextsItWasChosenOn(long seed) {
        MultiLabelCorpus<String> truth = LabelSets.random(200, seed);
        Random random = new Random(seed);
        float[][] rows = new float[truth.size()][truth.labels().size()];
        for (int i = 0; i < rows.length; i++) {
            for (int label = 0; label < rows[i].length; label++) {
                rows[i][label] = (float) (random.nextGaussian() - 2 + (truth.has(i, label) ? 2 : 0));
            }
        }
        Logits logits = new Logits(truth.labels(), rows);
        assertThat(macroF1(logits, Thresholds.one(logits, truth), truth))
                .isGreaterThan(macroF1(logits, Thresholds.all(truth.labels(), 0.5), truth));
    }

    private static double macroF1(Logits logits, Thresholds thresholds, MultiLabelCorpus<String> truth) {
        return MultiLabelScores.of(logits, thresholds, truth, truth.counts()).macroF1();
    }

    @Test
    void refusesWhatCannotBeChosenOn() {
        MultiLabelCorpus<String> truth = truth(rows());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Thresholds.one(new Logits(List.of("b", "a"), new float[202][2]), truth))
                .withMessage("logits must be of the labels of the corpus, 'a', 'b', but were of 'b', 'a'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Thresholds.one(new Logits(LABELS, new float[1][2]), truth.rows(new int[] {1})))
                .withMessage("thresholds must be chosen on instances with a label but there was none");
    }
}
