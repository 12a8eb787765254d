package io.github.bkd4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.train.Schedule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a student is trained on beside the labels. */
class TrainerTest {

    private static final Corpus<String> TRAIN = Corpus.of(List.of(
            new Labeled<>("parcel late", "a"),
            new Labeled<>("parcel lost", "a"),
            new Labeled<>("late again", "a"),
            new Labeled<>("wet floor", "b")));
    private static final List<String> UNLABELLED = List.of("1", "2", "3", "4");
    private static final Trainer TRAINER = new Trainer(Splits.of(TRAIN, TRAIN), 1, StudyListener.SILENT);

    /** Gives class b a probability of 3/4. */
    private static final TeacherRecipe TEACHER = TeacherRecipe.given(
            Teacher.of(
                    "three to one",
                    texts -> new Logits(
                            TRAIN.labels(),
                            texts.stream()
                                    .map(text -> new float[] {0, (float) Math.log(3)})
                                    .toArray(float[][]::new))),
            Fingerprint.of());

    private static Trial trial(LossName loss) {
        return loss.trial(
                LossSettings.usual(),
                TEACHER,
                BagOfEmbeddings.small(),
                Schedule.of(1).withBatchSize(4));
    }

    private static Training train(LossName loss, List<String> unlabelled) {
        Trial trial = trial(loss);
        return TRAINER.distill(trial, TEACHER.teach(TRAINER, trial.teacher()), unlabelled);
    }

    @Test
    void underPseudoLabelsTheTopClassOfTheTeacherIsALabel() {
        Training training = train(LossName.LA_PSEUDO, UNLABELLED);
        assertThat(training.classifier().trainingCounts().counts()).containsExactly(3L, 5L);
        assertThat(training.prior().counts()).containsExactly(3L, 5L);
        assertThat(train(LossName.LA_PSEUDO, List.of()).prior().counts()).containsExactly(3L, 1L);
    }

    @Test
    void aDistillationIsTrainedOnTheTeachersProbabilitiesToo() {
        Training training = train(LossName.KD, UNLABELLED);
        assertThat(training.classifier().trainingCounts().counts()).containsExactly(3L, 1L);
        assertThat(training.prior().counts()).containsExactly(4L, 4L);
        assertThat(train(LossName.KD, List.of()).prior().counts()).containsExactly(3L, 1L);
    }

    @Test
    void anObjectiveWithATeacherTakesNoPseudoLabels() {
        assertThat(trial(LossName.CE_PSEUDO).needsTeacher()).isTrue();
        assertThat(trial(LossName.CE).needsTeacher()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trial(LossName.KD).pseudoLabelled())
                .withMessage("objective under pseudo-labels must need no teacher but was "
                        + trial(LossName.KD).objective().name());
    }
}
