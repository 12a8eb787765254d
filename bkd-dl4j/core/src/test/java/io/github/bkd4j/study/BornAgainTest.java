package io.github.bkd4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.train.Schedule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A teacher and its students, as the teacher of the next generation. */
class BornAgainTest {

    private static final Corpus<String> TRAIN = Corpus.of(List.of(
            new Labeled<>("parcel late", "a"),
            new Labeled<>("parcel lost", "a"),
            new Labeled<>("water here", "b"),
            new Labeled<>("wet floor", "b")));
    private static final Splits<String> SPLITS = Splits.of(TRAIN, TRAIN.rows(new int[0]), TRAIN.rows(new int[0]));
    private static final TeacherRecipe FIRST = TeacherRecipe.linear();
    private static final Trial STUDENT =
            LossName.KD.trial(LossSettings.usual(), FIRST, BagOfEmbeddings.small(), Schedule.of(1));
    private static final List<String> TEXTS = List.of("a late flood");

    private static final Trainer TRAINER = new Trainer(SPLITS, 5, StudyListener.SILENT);

    private static TeacherRecipe next(int students, List<String> texts) {
        return FIRST.bornAgain(students, objective -> STUDENT, splits -> texts);
    }

    private static Predictor<String> taughtBy(TeacherRecipe recipe) {
        return recipe.teach(TRAINER, TeacherObjective.CROSS_ENTROPY).teacher().orElseThrow();
    }

    @Test
    void itSaysWhatItAndItsStudentsSayOnAverage() {
        TrainedTeacher first = FIRST.teach(TRAINER, TeacherObjective.CROSS_ENTROPY);
        List<Predictor<String>> members =
                new ArrayList<>(List.of(first.teacher().orElseThrow()));
        for (long seed : new long[] {5 + 1_000_000_007L, 5 + 2 * 1_000_000_007L}) {
            members.add(new Trainer(SPLITS, seed, StudyListener.SILENT)
                    .distill(STUDENT, first, TEXTS)
                    .classifier());
        }

        Logits mean = taughtBy(next(2, TEXTS)).predict(TRAIN.instances());

        for (int i = 0; i < TRAIN.size(); i++) {
            int row = i;
            double expected = members.stream()
                    .mapToDouble(member -> member.predict(TRAIN.instances()).probabilities(row)[0])
                    .average()
                    .orElseThrow();
            assertThat(mean.probabilities(row)[0]).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void itsStudentsHearTheTexts() {
        assertThat(taughtBy(next(1, TEXTS)).predict(TEXTS).row(0))
                .isNotEqualTo(taughtBy(next(1, List.of())).predict(TEXTS).row(0));
    }

    @Test
    void isKnownByItsStudents() {
        TeacherObjective objective = TeacherObjective.CROSS_ENTROPY;
        assertThat(next(1, TEXTS).fingerprint(objective))
                .isNotEqualTo(FIRST.fingerprint(objective))
                .isNotEqualTo(next(2, TEXTS).fingerprint(objective));
    }
}
