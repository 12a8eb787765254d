package io.github.bkd4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Result;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.teacher.Teacher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TeacherScoresTest {

    private static final Corpus<String> TRAINING = Corpus.of(texts("a", 6, "b", 3, "c", 1));

    private static List<Labeled<String>> texts(Object... labelsAndCounts) {
        List<Labeled<String>> instances = new ArrayList<>();
        for (int i = 0; i < labelsAndCounts.length; i += 2) {
            String label = (String) labelsAndCounts[i];
            IntStream.range(0, (int) labelsAndCounts[i + 1])
                    .forEach(n -> instances.add(new Labeled<>(label + " " + n, label)));
        }
        return instances;
    }

    private final List<List<String>> learned = new ArrayList<>();

    /** Knows the class of what it has learned; of all else it says the first class. */
    private TeacherRecipe recipe() {
        return TeacherRecipe.of("rote", objective -> Fingerprint.of(), (trainer, objective) -> {
            Corpus<String> seen = trainer.splits().train();
            learned.add(seen.instances());
            return texts -> new Logits(
                    seen.labels(),
                    texts.stream()
                            .map(text -> {
                                float[] row = new float[seen.labels().size()];
                                int at = seen.instances().indexOf(text);
                                row[at < 0 ? 0 : seen.classOf(at)] = 1;
                                return row;
                            })
                            .toArray(float[][]::new));
        });
    }

    private TeacherScores scores(TeacherRecipe recipe, int folds) {
        Corpus<String> none = TRAINING.rows(new int[0]);
        return TeacherScores.of(
                recipe,
                new Trainer(Splits.of(TRAINING, none, none), 7, StudyListener.SILENT),
                folds,
                List.of(TeacherObjective.values()));
    }

    /** What is learned by rote alone is worth nothing: a is right by the guess, b never, and c is not scored. */
    @Test
    void textsAreScoredByTeachersThatHaveNotSeenThem() {
        TeacherScores scores = scores(recipe(), 3);

        assertThat(scores.evaluation().systems()).containsExactly("teacher", "teacher-la");
        Result result = scores.evaluation().results().get(0);
        assertThat(result.scores().balancedAccuracy()).isEqualTo(0.5);
        assertThat(result.scores().accuracy()).isEqualTo(6 / 9.0);
        assertThat(scores.leftOut()).containsExactly("c");
        assertThat(learned).hasSize(6).allSatisfy(texts -> assertThat(texts).hasSizeLessThan(10));
    }

    @Test
    void aGivenTeacherIsRefused() {
        TeacherRecipe given = TeacherRecipe.given(
                Teacher.of("given", texts -> new Logits(List.of("a"), new float[0][])), Fingerprint.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores(given, 3))
                .withMessage("teacher must be trained but given is given");
    }
}
