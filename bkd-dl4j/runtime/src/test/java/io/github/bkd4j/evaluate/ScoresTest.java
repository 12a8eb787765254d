package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoresTest {

    private static final ClassCounts TRAINING = new ClassCounts(List.of("a", "b", "c"), List.of(500L, 50L, 5L));

    @Test
    void metricsByHand() {
        // a: 3 of 4 right, one taken for b; b: the one right; c: taken for a
        Corpus<String> test = TestSet.of("a", "a", "a", "a", "b", "c");
        Scores scores = Scores.of(predictions(TRAINING.labels(), "a", "a", "a", "b", "b", "a"), test, TRAINING);

        assertThat(scores.accuracy()).isEqualTo(4 / 6.0);
        assertThat(scores.balancedAccuracy()).isCloseTo((0.75 + 1 + 0) / 3, within(1e-15));
        assertThat(scores.macroF1()).isCloseTo((6 / 8.0 + 2 / 3.0 + 0) / 3, within(1e-15));
        assertThat(scores.classes())
                .containsExactly(
                        entry("a", new ClassScores(4, 4, 3)),
                        entry("b", new ClassScores(1, 2, 1)),
                        entry("c", new ClassScores(1, 0, 0)));
    }

    @Test
    void groupsAreMeanRecallsOfTheirClassesInTheTestSet() {
        ClassCounts training =
                new ClassCounts(List.of("a", "b", "c", "d", "e", "f"), List.of(500L, 400L, 300L, 60L, 50L, 40L));
        Corpus<String> test = TestSet.of("a", "a", "b", "d", "e");
        Scores scores = Scores.of(predictions(training.labels(), "a", "f", "b", "a", "e"), test, training);

        assertThat(scores.recall(Group.MANY)).hasValue((0.5 + 1) / 2);
        assertThat(scores.recall(Group.MEDIUM)).hasValue((0 + 1) / 2.0);
        assertThat(scores.recall(Group.FEW)).isEmpty();
        assertThat(scores.recall(Group.HEAD)).hasValue((0.5 + 1) / 2);
        assertThat(scores.recall(Group.MIDDLE)).hasValue(0);
        assertThat(scores.recall(Group.TAIL)).hasValue(1);
    }

    @Test
    void classesAreMatchedByName() {
        Corpus<String> test = TestSet.of("b", "c");
        Scores scores = Scores.of(predictions(List.of("c", "a", "b"), "b", "a"), test, TRAINING);

        assertThat(scores.classes())
                .containsExactly(entry("b", new ClassScores(1, 1, 1)), entry("c", new ClassScores(1, 0, 0)));
        assertThat(scores.recall(Group.MANY)).isEmpty();
        assertThat(scores.recall(Group.MEDIUM)).hasValue(1);
        assertThat(scores.recall(Group.FEW)).hasValue(0);
    }

    @Test
    void aClassThatTrainingDoesNotKnowHasRecallZeroAndNoGroup() {
        Corpus<String> test = TestSet.of("a", "b", "c", "unseen");
        Scores scores = Scores.of(predictions(TRAINING.labels(), "a", "b", "c", "c"), test, TRAINING);

        assertThat(scores.balancedAccuracy()).isEqualTo(0.75);
        assertThat(scores.classes()).containsEntry("unseen", new ClassScores(1, 0, 0));
        assertThat(Group.values()).extracting(scores::recall).containsOnly(OptionalDouble.of(1));
    }

    @Test
    void classesWithoutATestInstanceDoNotCount() {
        Corpus<String> test = TestSet.of("a", "b", "c").rows(new int[] {0, 1});
        Scores scores = Scores.of(predictions(TRAINING.labels(), "a", "c"), test, TRAINING);

        assertThat(scores.balancedAccuracy()).isEqualTo(0.5);
        assertThat(scores.macroF1()).isEqualTo(0.5);
        assertThat(scores.classes()).containsOnlyKeys("a", "b");
    }

    @Test
    void calibrationErrorByHand() {
        // top probability 0.8 five times, right three times; 0.6 twice, right twice
        float sure = (float) Math.log(4);
        float unsure = (float) Math.log(1.5);
        Logits logits = new Logits(
                List.of("a", "b"),
                new float[][] {{sure, 0}, {sure, 0}, {0, sure}, {0, sure}, {sure, 0}, {unsure, 0}, {0, unsure}});
        Corpus<String> test = TestSet.of("a", "a", "b", "a", "b", "a", "b");

        assertThat(Scores.of(logits, test, TRAINING).ece())
                .isCloseTo(5 / 7.0 * (0.8 - 0.6) + 2 / 7.0 * (1 - 0.6), within(1e-7));
    }

    @Test
    void oneBinIsAFifteenthWide() {
        // 0.81 and 0.86 share the bin (12/15, 13/15], and their errors cancel; 0.79 lies in the bin below
        Corpus<String> test = TestSet.of("a", "b");

        assertThat(Scores.of(confidences(0.81, 0.86), test, TRAINING).ece())
                .isCloseTo((0.81 + 0.86 - 1) / 2, within(1e-7));
        assertThat(Scores.of(confidences(0.79, 0.86), test, TRAINING).ece())
                .isCloseTo((1 - 0.79 + 0.86) / 2, within(1e-7));
    }

    @Test
    void certaintyFallsIntoTheLastBin() {
        Logits logits = new Logits(List.of("a", "b"), new float[][] {{1000, -1000}, {1000, -1000}});

        assertThat(Scores.of(logits, TestSet.of("a", "b"), TRAINING).ece()).isEqualTo(0.5);
        assertThat(Scores.of(logits, TestSet.of("a", "a"), TRAINING).ece()).isZero();
    }

    @Test
    void gMeanAndTopFiveByHand() {
        // recalls .5 and .5: the class that is never named makes no difference to top 5 of three classes
        Corpus<String> test = TestSet.of("a", "a", "b", "b");

        Scores half = Scores.of(predictions(TRAINING.labels(), "a", "b", "a", "b"), test, TRAINING);
        Scores quarter = Scores.of(predictions(TRAINING.labels(), "a", "a", "a", "b"), test, TRAINING);
        Scores none = Scores.of(predictions(TRAINING.labels(), "a", "a", "a", "a"), test, TRAINING);

        assertThat(half.gMean()).isCloseTo(0.5, within(1e-15));
        assertThat(quarter.gMean()).isCloseTo(Math.sqrt(0.5), within(1e-15));
        assertThat(none.gMean()).isZero();
        assertThat(none.top5()).isEqualTo(1);
    }

    @Test
    void microF1FallsBelowAccuracyWhereAClassIsNamedThatDoesNotOccur() {
        // two of three right, the third taken for c, which does not occur: F1 = 2 2 / (3 + 2)
        Scores scores = Scores.of(predictions(TRAINING.labels(), "a", "b", "c"), TestSet.of("a", "b", "b"), TRAINING);

        assertThat(scores.accuracy()).isEqualTo(2 / 3.0);
        assertThat(scores.microF1()).isEqualTo(0.8);
    }

    @Test
    void theRightAnswerEverywhereIsOneAndEverywhereWrongIsZero() {
        Corpus<String> test = TestSet.of("a", "b", "c");

        Scores right = Scores.of(predictions(TRAINING.labels(), "a", "b", "c"), test, TRAINING);
        Scores wrong = Scores.of(predictions(TRAINING.labels(), "b", "c", "a"), test, TRAINING);

        assertThat(right)
                .extracting(Scores::accuracy, Scores::balancedAccuracy, Scores::macroF1)
                .containsOnly(1.0);
        assertThat(wrong)
                .extracting(Scores::accuracy, Scores::balancedAccuracy, Scores::macroF1)
                .containsOnly(0.0);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aLogitThatIsNotFiniteIsRefused(float value) {
        Logits logits = new Logits(TRAINING.labels(), new float[][] {{1, 2, 3}, {1, value, 3}});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scores.of(logits, TestSet.of("a", "b"), TRAINING))
                .withMessage("logits of instance 1 must be finite but class 'b' had " + value);
    }

    @Test
    void partialLogitsAreRefused() {
        Logits logits = Logits.partial(TRAINING.labels(), new float[][] {{1, 2, 3}, null});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scores.of(logits, TestSet.of("a", "b"), TRAINING))
                .withMessage("logits must have a row for every instance but were silent on instance 1");
    }

    @Test
    void logitsOfAnotherTestSetAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scores.of(predictions(TRAINING.labels(), "a"), TestSet.of("a", "b"), TRAINING))
                .withMessage("logits must have one row an instance, 2, but had 1");
    }

    @Test
    void anEmptyTestSetIsRefused() {
        Corpus<String> empty = TestSet.of("a").rows(new int[0]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scores.of(new Logits(List.of("a"), new float[0][]), empty, TRAINING))
                .withMessage("test set must have at least one instance but had none");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aNumberThatIsNoShareIsRefused(double value) {
        Map<Group, Double> tail = Map.of(Group.TAIL, value);

        assertRefused(value, "accuracy", () -> scores(value, 0, 0, 0, 0, 0, 0, Map.of()));
        assertRefused(value, "balanced accuracy", () -> scores(0, value, 0, 0, 0, 0, 0, Map.of()));
        assertRefused(value, "macro-F1", () -> scores(0, 0, value, 0, 0, 0, 0, Map.of()));
        assertRefused(value, "micro-F1", () -> scores(0, 0, 0, value, 0, 0, 0, Map.of()));
        assertRefused(value, "G-mean", () -> scores(0, 0, 0, 0, value, 0, 0, Map.of()));
        assertRefused(value, "top-5 accuracy", () -> scores(0, 0, 0, 0, 0, value, 0, Map.of()));
        assertRefused(value, "expected calibration error", () -> scores(0, 0, 0, 0, 0, 0, value, Map.of()));
        assertRefused(value, "recall of group tail", () -> scores(0, 0, 0, 0, 0, 0, 0, tail));
    }

    private static Scores scores(
            double accuracy,
            double balancedAccuracy,
            double macroF1,
            double microF1,
            double gMean,
            double top5,
            double ece,
            Map<Group, Double> groups) {
        return new Scores(accuracy, balancedAccuracy, macroF1, microF1, gMean, top5, groups, ece, new TreeMap<>());
    }

    private static void assertRefused(double value, String name, ThrowingCallable scores) {
        assertThatIllegalArgumentException()
                .isThrownBy(scores)
                .withMessage(name + " must be in [0, 1] but was " + value);
    }

    private static Logits predictions(List<String> labels, String... predicted) {
        float[][] rows = new float[predicted.length][labels.size()];
        for (int i = 0; i < predicted.length; i++) {
            rows[i][labels.indexOf(predicted[i])] = 1;
        }
        return new Logits(labels, rows);
    }

    /** Class a on top, each time with the probability given. */
    private static Logits confidences(double... top) {
        float[][] rows = DoubleStream.of(top)
                .mapToObj(p -> new float[] {(float) Math.log(p / (1 - p)), 0})
                .toArray(float[][]::new);
        return new Logits(List.of("a", "b"), rows);
    }
}
