package io.github.bkd4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.Toy;
import io.github.bkd4j.ToySets;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabelSplits;
import io.github.bkd4j.corpus.MultiLabeled;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.MultiLabelEvaluation;
import io.github.bkd4j.evaluate.Thresholds;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.train.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MultiLabelTuningTest {

    private static final MultiLabelCorpus<String> TRAIN = ToySets.corpus(1, 60);
    private static final MultiLabelSearchSpace SPACE =
            new MultiLabelSearchSpace(Toy.bag(), Schedule.of(5).withBatchSize(8).withLearningRate(0.03));

    private final List<Integer> taught = new ArrayList<>(); // training texts of each teacher

    private MultiLabelStudy study(MultiLabelCorpus<String> train, MultiLabelCorpus<String> test) {
        MultiLabelTeacher words = MultiLabelTeacher.of(
                "words", objective -> Fingerprint.of().with("objective", objective), (training, objective, seed) -> {
                    taught.add(training.size());
                    return ToySets.teacher();
                });
        return MultiLabelStudy.of(MultiLabelSplits.of(train, test), 7, words);
    }

    @Test
    void allTextsAreScoredByStudentsAndTeachersOfOtherFolds() {
        MultiLabelTuningResult result = study(TRAIN, ToySets.corpus(2, 40)).tune(SPACE, 2, ThresholdRule.PER_LABEL);

        assertThat(result.evaluation().test()).isEqualTo(TRAIN);
        assertThat(result.evaluation().systems()).containsExactly("bkd", "drawn 1");
        assertThat(taught).hasSize(3).allMatch(size -> size < 60);
        assertThat(taught.stream().mapToInt(size -> size).sum()).isEqualTo(2 * 60);
        MultiLabelTuningResult beside = study(TRAIN, TRAIN.rows(new int[0])).tune(SPACE, 1, ThresholdRule.PER_LABEL);
        assertThat(beside.evaluation().system("bkd").macroF1())
                .isEqualTo(result.evaluation().system("bkd").macroF1()); // the test split has no part in it
    }

    @Test
    void aValidationSplitIsScoredByStudentsOfAllTrainingTexts() {
        MultiLabelCorpus<String> validation = ToySets.corpus(3, 30);
        MultiLabelTeacher file = MultiLabelTeacher.ofTraining(
                "file", Fingerprint.of(), training -> ToySets.teacher().predict(training.instances()));

        MultiLabelTuningResult result = MultiLabelStudy.of(
                        new MultiLabelSplits<>(TRAIN, validation, TRAIN.rows(new int[0])), 7, file)
                .tune(SPACE, 2, ThresholdRule.PER_LABEL);

        assertThat(result.evaluation().test()).isEqualTo(validation);
        assertThat(result.evaluation().systems()).containsExactly("bkd", "drawn 1");
        assertThat(result.evaluation().system("bkd").runs()).hasSize(MultiLabelStudy.FOLDS);
    }

    /**
     * Eight texts in two folds; the second fold has all of its texts with the label above logit 2, the first above 0.
     */
    private static final List<int[]> FOLDS = List.of(new int[] {0, 2, 4, 6}, new int[] {1, 3, 5, 7});

    private static final Logits LOGITS =
            new Logits(List.of("a"), new float[][] {{1}, {3}, {2}, {1}, {-1}, {3}, {-2}, {1}});

    private static MultiLabelCorpus<String> truth(int... withLabel) {
        return MultiLabelCorpus.of(IntStream.range(0, 8)
                .mapToObj(row -> new MultiLabeled<>(
                        "text " + row, IntStream.of(withLabel).anyMatch(one -> one == row) ? List.of("a") : List.of()))
                .toList());
    }

    @Test
    void aFoldHasTheThresholdThatTheOthersChose() {
        MultiLabelCorpus<String> truth = truth(0, 2, 1, 5);

        Logits moved = new FoldThresholds(ThresholdRule.ONE, truth, FOLDS).moved(LOGITS);

        double ofSecond = Math.log(0.74 / 0.26); // the lowest step above the sigmoid of 1
        assertThat(moved.row(0)[0]).isCloseTo((float) (1 - ofSecond), within(1e-6f));
        assertThat(moved.row(6)[0]).isCloseTo((float) (-2 - ofSecond), within(1e-6f));
        assertThat(moved.row(1)[0]).isEqualTo(3); // 0.5 is best in the first fold
        assertThat(new FoldThresholds(ThresholdRule.HALF, truth, FOLDS)
                        .moved(LOGITS)
                        .row(2)[0])
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(ThresholdRule.class)
    void theThresholdsOfAFoldDoNotDependOnItsLabels(ThresholdRule rule) {
        Logits moved = new FoldThresholds(rule, truth(0, 2, 1, 5), FOLDS).moved(LOGITS);
        Logits others = new FoldThresholds(rule, truth(4, 1, 5), FOLDS).moved(LOGITS);

        for (int row : FOLDS.get(0)) {
            assertThat(others.row(row)).isEqualTo(moved.row(row));
        }
        assertThat(others.row(1)[0] == moved.row(1)[0]).isEqualTo(rule == ThresholdRule.HALF);
    }

    @Test
    void drawsDifferAndTheFirstOfManyAreThoseOfFew() {
        List<Candidate> all = SPACE.candidates(99, 3);

        assertThat(all).hasSize(MultiLabelSearchSpace.SIZE);
        assertThat(all.stream().map(Candidate::options)).doesNotHaveDuplicates();
        assertThat(all.subList(0, 4)).isEqualTo(SPACE.candidates(4, 3)).isNotEqualTo(SPACE.candidates(4, 4));
        Candidate usual = all.get(0);
        assertThat(SPACE.trial(usual))
                .isEqualTo(MultiLabelLoss.BKD.trial(LossSettings.usual(), SPACE.network(), SPACE.schedule()));
        assertThat(SPACE.trial(all.get(1)).name()).isEqualTo("drawn 1");
    }

    /** The teacher's answers, turned round for the first texts. */
    private static Logits wrongAbout(int texts) {
        Logits right = ToySets.teacher().predict(TRAIN.instances());
        float[][] rows = IntStream.range(0, TRAIN.size())
                .mapToObj(i -> right.row(i).clone())
                .toArray(float[][]::new);
        for (int i = 0; i < texts; i++) {
            for (int c = 0; c < rows[i].length; c++) {
                rows[i][c] = -rows[i][c];
            }
        }
        return new Logits(right.labels(), rows);
    }

    private static MultiLabelTuningResult result(int... wrong) {
        List<Candidate> candidates = SPACE.candidates(wrong.length, 3);
        MultiLabelEvaluation<String> evaluation = MultiLabelEvaluation.on(TRAIN, TRAIN.counts());
        for (int i = 0; i < wrong.length; i++) {
            Logits logits = wrongAbout(wrong[i]);
            evaluation = evaluation.of(
                    candidates.get(i).name(), 7, any -> logits, Thresholds.all(TRAIN.labels(), Thresholds.HALF));
        }
        return new MultiLabelTuningResult(candidates, evaluation);
    }

    @Test
    void whatWasDrawnMustBeAboveTheUsualByMoreThanNoise() {
        MultiLabelTuningResult little = result(20, 19, 25);
        assertThat(little.table(1).lines().skip(2)).singleElement().asString().startsWith("| drawn 1 ");
        assertThat(little.chosen().name()).isEqualTo("bkd");
        assertThat(little.sentence())
                .isEqualTo(
                        "chosen: bkd, the usual setting; the best that was drawn is not above it by more than about one"
                                + " standard error (approximate randomisation, p < 0.32)");

        MultiLabelTuningResult much = result(20, 19, 5);
        assertThat(much.chosen().name()).isEqualTo("drawn 2");
        assertThat(much.sentence())
                .startsWith("chosen: drawn 2, above bkd, the usual setting, by 0.")
                .contains(", more than about one standard error (approximate randomisation, p < 0.32): p = 0.0");

        assertThat(result(5, 20).chosen().name()).isEqualTo("bkd"); // below it beyond noise
        assertThat(result(5).chosen().name()).isEqualTo("bkd");
        assertThat(result(5).sentence()).isEqualTo("chosen: bkd, the usual setting; no other was tried");
    }

    @Test
    void theTableHasTheBestFirst() {
        assertThat(result(20, 25, 5)
                        .table(9)
                        .lines()
                        .skip(2)
                        .map(line -> line.substring(2, 9).strip()))
                .containsExactly("drawn 2", "bkd", "drawn 1");
    }

    @Test
    void whatCannotBeTunedIsRefused() {
        MultiLabelCorpus<String> none = TRAIN.rows(new int[0]);
        assertThatThrownBy(() -> study(TRAIN.rows(new int[] {0, 1}), none).tune(SPACE, 1, ThresholdRule.HALF))
                .isInstanceOf(CorpusException.class)
                .hasMessage("the training split must have at least 3 texts, one for each fold, but had 2");
        MultiLabelSplits<String> few = new MultiLabelSplits<>(TRAIN, TRAIN.rows(new int[] {0, 1}), none);
        assertThatThrownBy(() -> MultiLabelStudy.of(
                                few, 7, MultiLabelTeacher.given("words", Fingerprint.of(), ToySets.teacher()))
                        .tune(SPACE, 1, ThresholdRule.HALF))
                .isInstanceOf(CorpusException.class)
                .hasMessage("the validation split must have at least 3 texts, one for each fold, but had 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> study(TRAIN, none).tune(SPACE, 0, ThresholdRule.HALF))
                .withMessage("candidates must be >= 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MultiLabelTuningResult(List.of(), MultiLabelEvaluation.on(TRAIN, TRAIN.counts())))
                .withMessage("candidates must be the systems of the evaluation, [], but were []");
    }
}
