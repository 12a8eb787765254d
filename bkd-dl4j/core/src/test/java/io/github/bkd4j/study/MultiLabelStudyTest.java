package io.github.bkd4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.Toy;
import io.github.bkd4j.ToySets;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabelSplits;
import io.github.bkd4j.evaluate.MultiLabelEvaluation;
import io.github.bkd4j.evaluate.Thresholds;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.model.MultiLabelClassifier;
import io.github.bkd4j.train.Schedule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MultiLabelStudyTest {

    private static final MultiLabelCorpus<String> TRAIN = ToySets.corpus(1, 60);
    private static final MultiLabelCorpus<String> TEST = ToySets.corpus(2, 40);
    private static final MultiLabelSplits<String> SPLITS = new MultiLabelSplits<>(TRAIN, TRAIN.rows(new int[0]), TEST);
    private static final Schedule SCHEDULE = Schedule.of(40).withBatchSize(8).withLearningRate(0.03);

    private final List<String> told = new ArrayList<>();

    private final StudyListener listener = new StudyListener() {

        @Override
        public Monitor training(String name, long seed) {
            told.add(name + " " + seed);
            return new Monitor() {};
        }

        @Override
        public void kept(String name, long seed) {
            told.add("kept " + name + " " + seed);
        }
    };

    private static MultiLabelTrial trial(MultiLabelLoss loss) {
        return loss.trial(LossSettings.usual(), Toy.bag(), SCHEDULE);
    }

    private static MultiLabelTeacher words(List<String> taught) {
        return MultiLabelTeacher.of(
                "words", objective -> Fingerprint.of().with("objective", objective), (training, objective, seed) -> {
                    taught.add(objective + " " + training.size());
                    return ToySets.teacher();
                });
    }

    private MultiLabelStudy study(List<String> taught) {
        return MultiLabelStudy.of(SPLITS, 7, words(taught)).withListener(listener);
    }

    @Test
    void eachTrialIsTrainedFromEachSeedBesideOneTeacherForEachObjective() {
        List<String> taught = new ArrayList<>();

        MultiLabelEvaluation<String> evaluation = study(taught)
                .compare(
                        List.of(trial(MultiLabelLoss.CE), trial(MultiLabelLoss.BKD), trial(MultiLabelLoss.KD_LA)),
                        2,
                        ThresholdRule.HALF);

        assertThat(evaluation.systems()).containsExactly("teacher", "teacher-la", "ce", "bkd", "kd-la");
        assertThat(evaluation.system("bkd").runs()).hasSize(2);
        assertThat(evaluation.system("bkd").macroF1().estimate()).isGreaterThan(0.7);
        assertThat(evaluation.system("teacher").macroF1().estimate()).isEqualTo(1);
        assertThat(taught).containsExactly("CROSS_ENTROPY 60", "LOGIT_ADJUSTED 60");
        assertThat(told).containsExactly("ce 7", "ce 8", "bkd 7", "bkd 8", "kd-la 7", "kd-la 8");
    }

    @Test
    void whatIsKeptIsNotTrainedAgain(@TempDir Path folder) {
        MultiLabelStudy study = study(new ArrayList<>()).withStore(TrialStore.in(folder));
        List<MultiLabelTrial> trials = List.of(trial(MultiLabelLoss.BKD));

        MultiLabelEvaluation<String> first = study.compare(trials, 1, ThresholdRule.ONE);
        told.clear();
        MultiLabelEvaluation<String> second = study.compare(trials, 1, ThresholdRule.ONE);

        assertThat(told).hasSize(4).allMatch(line -> line.equals("kept bkd 7"));
        assertThat(second.system("bkd").macroF1()).isEqualTo(first.system("bkd").macroF1());
    }

    /** Students and teachers of the folds have two thirds of the texts. */
    @Test
    void thresholdsAreChosenByCrossFitting() {
        List<String> taught = new ArrayList<>();

        Thresholds thresholds = study(taught).thresholds(trial(MultiLabelLoss.BKD), ThresholdRule.ONE);

        assertThat(thresholds.labels()).isEqualTo(TRAIN.labels());
        assertThat(told).containsExactly("bkd 7", "bkd 7", "bkd 7");
        assertThat(taught).hasSize(3).allMatch(line -> line.startsWith("CROSS_ENTROPY "));
        assertThat(taught.stream()
                        .mapToInt(line -> Integer.parseInt(line.substring(14)))
                        .sum())
                .isEqualTo(2 * 60);
    }

    @Test
    void thresholdsAreChosenOnAValidationSplit() {
        MultiLabelStudy study = MultiLabelStudy.of(
                        new MultiLabelSplits<>(TRAIN, ToySets.corpus(3, 30), TEST), 7, words(new ArrayList<>()))
                .withListener(listener);

        assertThat(study.thresholds(trial(MultiLabelLoss.CE), ThresholdRule.PER_LABEL)
                        .values())
                .hasSize(3);
        assertThat(told).containsExactly("ce 7");
        assertThat(study.thresholds(trial(MultiLabelLoss.CE), ThresholdRule.HALF))
                .isEqualTo(Thresholds.all(TRAIN.labels(), 0.5));
    }

    @Test
    void unlabelledTextsAreLearnedFromBesideATeacher() {
        MultiLabelStudy more = study(new ArrayList<>())
                .withUnlabelled(splits -> ToySets.corpus(4, 30).instances());

        MultiLabelClassifier with = more.student(trial(MultiLabelLoss.KD), 7, null);
        MultiLabelClassifier without = study(new ArrayList<>()).student(trial(MultiLabelLoss.KD), 7, null);

        assertThat(with.predict(TEST.instances()).row(0))
                .isNotEqualTo(without.predict(TEST.instances()).row(0));
    }

    @Test
    void aTeacherOfTheTrainingTextsAloneHasNoUnlabelledOnes() {
        MultiLabelTeacher file = MultiLabelTeacher.ofTraining(
                "file", Fingerprint.of(), training -> ToySets.teacher().predict(training.instances()));
        MultiLabelStudy study = MultiLabelStudy.of(SPLITS, 7, file);

        assertThat(study.compare(List.of(trial(MultiLabelLoss.KD)), 1, ThresholdRule.HALF)
                        .systems())
                .containsExactly("kd");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> study.withUnlabelled(any -> List.of("more")).student(trial(MultiLabelLoss.KD), 7, null))
                .withMessage("teacher of unlabelled texts must predict for any text but predicts for the training "
                        + "texts alone");
    }

    @Test
    void twoTrialsOfOneNameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> study(new ArrayList<>())
                        .compare(List.of(trial(MultiLabelLoss.CE), trial(MultiLabelLoss.CE)), 1, ThresholdRule.HALF))
                .withMessage("trials must be at least one, each of another name, but were [ce, ce]");
    }

    @ParameterizedTest
    @EnumSource(MultiLabelLoss.class)
    void everyLossIsFoundByItsName(MultiLabelLoss loss) {
        assertThat(MultiLabelLoss.of(loss.toString())).contains(loss);
        assertThat(trial(loss).name()).isEqualTo(loss.toString());
        assertThat(loss.toString()).startsWith(trial(loss).objective().name());
        assertThat(trial(loss).objective().needsTeacher()).isEqualTo(loss.needsTeacher());
        assertThat(MultiLabelLoss.names()).contains(loss.toString());
    }
}
