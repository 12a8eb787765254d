package io.github.bkd4j.distill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.Toy;
import io.github.bkd4j.ToySets;
import io.github.bkd4j.balance.Sampler;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabelSplits;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.MultiLabelScores;
import io.github.bkd4j.evaluate.Thresholds;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.MultiLabelClassifier;
import io.github.bkd4j.network.TextArchitecture;
import io.github.bkd4j.objective.MultiLabelObjective;
import io.github.bkd4j.train.EpochSummary;
import io.github.bkd4j.train.Schedule;
import io.github.bkd4j.train.TrainingCancelledException;
import io.github.bkd4j.train.TrainingMonitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultiLabelDistillationTest {

    private static final MultiLabelCorpus<String> TRAIN = ToySets.corpus(1, 120);
    private static final MultiLabelCorpus<String> TEST = ToySets.corpus(2, 60);
    private static final MultiLabelSplits<String> SPLITS = new MultiLabelSplits<>(TRAIN, TRAIN.rows(new int[0]), TEST);
    private static final Schedule SCHEDULE = Schedule.of(40).withBatchSize(16).withLearningRate(0.03);
    private static final MultiLabelObjective CE = new MultiLabelObjective.CrossEntropy();
    private static final MultiLabelObjective BKD =
            new MultiLabelObjective.Distillation(Temperature.of(2), 1, 0.3, 0.9999);

    private static MultiLabelDistillation plan(TextArchitecture student, MultiLabelObjective objective) {
        return MultiLabelDistillation.of(student, objective, SCHEDULE, 7);
    }

    private static double macroF1(MultiLabelClassifier student) {
        return MultiLabelScores.of(
                        student.predict(TEST.instances()), student.thresholds(), TEST, student.trainingCounts())
                .macroF1();
    }

    private static Logits taught(List<String> texts) {
        return ToySets.teacher().predict(texts);
    }

    @Test
    void aStudentLearnsTheLabels() {
        MultiLabelClassifier student = plan(Toy.bag(), CE).train(SPLITS);

        assertThat(student.labels()).containsExactly("a", "b", "c");
        assertThat(student.trainingCounts()).isEqualTo(TRAIN.counts());
        assertThat(student.thresholds()).isEqualTo(Thresholds.all(TRAIN.labels(), 0.5));
        assertThat(student.provenance().entries())
                .containsEntry("teacher", "none")
                .containsEntry("training instances", "120")
                .containsEntry("objective", "CrossEntropy()");
        assertThat(macroF1(student)).isGreaterThan(0.9);
        assertThat(student.classify("noise1 aword0 bword1").labels()).containsExactlyInAnyOrder("a", "b");
        assertThat(student.classify("noise1").labels()).isEmpty();
    }

    @Test
    void aWideStudentStartsFromBinaryRegressions() {
        MultiLabelDistillation brief = MultiLabelDistillation.of(
                Toy.bag().withWide(10), CE, Schedule.of(1).withLearningRate(1e-6), 7);

        assertThat(macroF1(brief.train(SPLITS))).isGreaterThan(0.9);
    }

    /** Of nearly all texts no label is known. */
    @Test
    void aStudentLearnsFromUnlabelledTexts() {
        MultiLabelCorpus<String> few = TRAIN.rows(new int[] {0, 1, 2});
        MultiLabelSplits<String> splits = new MultiLabelSplits<>(few, few.rows(new int[0]), TEST);
        List<String> unlabelled = ToySets.corpus(3, 150).instances();
        Logits logits = taught(few.instances()).and(taught(unlabelled));

        MultiLabelClassifier alone = plan(Toy.bag(), CE).train(splits);
        MultiLabelClassifier taught = plan(
                        Toy.bag(), new MultiLabelObjective.Distillation(Temperature.of(1), 10, 0.3, 0.9999))
                .distill("words", logits, splits, unlabelled);

        assertThat(taught.provenance().entries()).containsEntry("teacher", "words");
        assertThat(macroF1(taught)).isGreaterThan(0.8).isGreaterThan(macroF1(alone) + 0.1);
    }

    @Test
    void whereTheTeacherIsSilentTheLabelsAreLearned() {
        Logits silent = Logits.partial(TRAIN.labels(), new float[TRAIN.size()][]);

        assertThat(plan(Toy.bag(), BKD)
                        .distill("nobody", silent, SPLITS, List.of())
                        .predict(TEST.instances())
                        .row(0))
                .isEqualTo(plan(Toy.bag(), new MultiLabelObjective.Distillation(Temperature.of(2), 0, 0.3, 0.9999))
                        .distill("words", taught(TRAIN.instances()), SPLITS, List.of())
                        .predict(TEST.instances())
                        .row(0));
    }

    @Test
    void trainingResumesFromACheckpoint(@TempDir Path folder) {
        Path file = folder.resolve("student.checkpoint");
        TrainingMonitor stops = new TrainingMonitor() {

            private int epochs;

            @Override
            public void epoch(EpochSummary summary, int planned) {
                epochs++;
            }

            @Override
            public boolean isCancelled() {
                return epochs == 1;
            }
        };
        assertThatThrownBy(() -> new MultiLabelDistillation(Toy.bag(), CE, SCHEDULE, 7, stops, file).train(SPLITS))
                .isInstanceOf(TrainingCancelledException.class);

        MultiLabelClassifier resumed =
                new MultiLabelDistillation(Toy.bag(), CE, SCHEDULE, 7, TrainingMonitor.SILENT, file).train(SPLITS);

        assertThat(resumed.predict(TEST.instances()).row(5))
                .isEqualTo(plan(Toy.bag(), CE)
                        .train(SPLITS)
                        .predict(TEST.instances())
                        .row(5));
    }

    @Test
    void earlyStoppingLooksAtTheAveragePrecision() {
        List<EpochSummary> epochs = new ArrayList<>();
        TrainingMonitor monitor = new TrainingMonitor() {

            @Override
            public void epoch(EpochSummary summary, int planned) {
                epochs.add(summary);
            }
        };
        MultiLabelSplits<String> validated = new MultiLabelSplits<>(TRAIN, TEST, TEST);

        new MultiLabelDistillation(Toy.bag(), CE, SCHEDULE.withPatience(2), 7, monitor, null).train(validated);

        assertThat(epochs.get(epochs.size() - 1).validation().orElseThrow()).isGreaterThan(0.9);
    }

    @Test
    void whatCannotBeTrainedIsRefused() {
        MultiLabelCorpus<String> same = TRAIN.rows(new int[] {0, 0});

        assertThatThrownBy(() -> plan(Toy.bag(), CE).train(new MultiLabelSplits<>(same, same.rows(new int[0]), TEST)))
                .isInstanceOf(CorpusException.class)
                .hasMessageStartingWith("the training split must have texts with different labels but had [");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(Toy.bag(), BKD).train(SPLITS))
                .withMessage("objective bkd must have a teacher but had none");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> plan(Toy.bag(), CE).distill("words", taught(TRAIN.instances()), SPLITS, List.of("more")))
                .withMessage(
                        "objective ce must be one of distillation to learn from unlabelled instances but was none");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        MultiLabelDistillation.of(Toy.bag(), CE, SCHEDULE.withSampler(Sampler.classBalanced()), 7))
                .withMessage("sampler of texts with sets of labels must be " + Sampler.instanceBalanced() + " but was "
                        + Sampler.classBalanced());
    }
}
