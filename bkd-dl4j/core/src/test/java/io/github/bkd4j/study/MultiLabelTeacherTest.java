package io.github.bkd4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.ToySets;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabeled;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.MultiLabelEvaluation;
import io.github.bkd4j.io.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Teachers by cross-fitting. */
class MultiLabelTeacherTest {

    private static final List<String> LABELS = List.of("a", "b");

    /** Each text is of its own, and has one label. */
    private static final MultiLabelCorpus<String> TRAINING = MultiLabelCorpus.of(IntStream.range(0, 12)
            .mapToObj(row -> new MultiLabeled<>("text " + row, List.of(LABELS.get(row % 2))))
            .toList());

    private final List<Integer> learned = new ArrayList<>(); // training texts of each teacher

    /** Knows the labels of what it has learned, and is undecided about all else. */
    private MultiLabelTeacher rote() {
        return MultiLabelTeacher.of(
                "rote", objective -> Fingerprint.of().with("objective", objective), (training, objective, seed) -> {
                    learned.add(training.size());
                    return texts -> new Logits(
                            training.labels(),
                            texts.stream()
                                    .map(text -> remembered(
                                            training, training.instances().indexOf(text)))
                                    .toArray(float[][]::new));
                });
    }

    private static float[] remembered(MultiLabelCorpus<String> training, int row) {
        float[] logits = new float[LABELS.size()];
        for (int c = 0; row >= 0 && c < logits.length; c++) {
            logits[c] = training.has(row, c) ? 3 : -3;
        }
        return logits;
    }

    private static final TeacherObjective PLAIN = TeacherObjective.CROSS_ENTROPY;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 12})
    void noTeacherLabelsATrainingTextThatItHasLearned(int folds) {
        MultiLabelTeacher.Taught taught = rote().crossFitted(folds, 7).teach(TRAINING, PLAIN, 1);

        for (int row = 0; row < TRAINING.size(); row++) {
            assertThat(taught.training().row(row)).containsOnly(0);
        }
        assertThat(learned).hasSize(folds + 1);
        assertThat(learned.stream().mapToInt(size -> size).sum()).isEqualTo(folds * TRAINING.size());
        assertThat(taught.any().orElseThrow().predict(List.of("text 1", "new")).row(0))
                .containsExactly(-3, 3); // trained on all texts
    }

    @Test
    void foldsKeepTheOrderOfTheTexts() {
        MultiLabelTeacher words = MultiLabelTeacher.of(
                "words", objective -> Fingerprint.of(), (training, objective, seed) -> ToySets.teacher());
        MultiLabelCorpus<String> corpus = ToySets.corpus(1, 40);

        Logits crossFitted = words.crossFitted(4, 7).teach(corpus, PLAIN, 1).training();

        Logits straight = ToySets.teacher().predict(corpus.instances());
        for (int row = 0; row < corpus.size(); row++) {
            assertThat(crossFitted.row(row)).isEqualTo(straight.row(row));
        }
    }

    @Test
    void keptResultsAreKnownByTheFolds() {
        Fingerprint plain = rote().fingerprint(PLAIN);
        Fingerprint fitted = rote().crossFitted(3, 7).fingerprint(PLAIN);

        assertThat(List.of(
                        plain,
                        fitted,
                        rote().crossFitted(4, 7).fingerprint(PLAIN),
                        rote().crossFitted(3, 8).fingerprint(PLAIN)))
                .doesNotHaveDuplicates();
        assertThat(rote().crossFitted(3, 7).fingerprint(PLAIN)).isEqualTo(fitted);
        assertThat(rote().crossFitted(3, 7).isTrained()).isTrue();
    }

    /** What is learned by rote alone says nothing about other texts, at any threshold that they choose. */
    @ParameterizedTest
    @EnumSource(ThresholdRule.class)
    void textsAreScoredByTeachersThatHaveNotSeenThem(ThresholdRule rule) {
        MultiLabelEvaluation<String> rote =
                rote().crossValidated(TRAINING, List.of(TeacherObjective.values()), rule, 3, 7);

        assertThat(rote.systems()).containsExactly("teacher", "teacher-la");
        assertThat(rote.system("teacher").macroF1().estimate()).isLessThanOrEqualTo(2 / 3.0); // both for every text
        assertThat(learned).hasSize(6).allMatch(size -> size < 12);
        MultiLabelCorpus<String> corpus = ToySets.corpus(1, 40);
        MultiLabelTeacher words = MultiLabelTeacher.of(
                "words", objective -> Fingerprint.of(), (training, objective, seed) -> ToySets.teacher());
        assertThat(words.crossValidated(corpus, List.of(PLAIN), rule, 3, 7)
                        .system("teacher")
                        .macroF1()
                        .estimate())
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeCrossFittedIsRefused() {
        MultiLabelTeacher given = MultiLabelTeacher.given("given", Fingerprint.of(), ToySets.teacher());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given.crossFitted(3, 7))
                .withMessage("teacher must be trained but given is given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given.crossValidated(TRAINING, List.of(PLAIN), ThresholdRule.HALF, 3, 7))
                .withMessage("teacher must be trained but given is given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rote().crossFitted(1, 7))
                .withMessage("folds must be >= 2 but was 1");
        assertThatThrownBy(() -> rote().crossFitted(13, 7).teach(TRAINING, PLAIN, 1))
                .isInstanceOf(CorpusException.class)
                .hasMessage("the training split must have at least 13 texts, one for each fold, but had 12");
    }
}
