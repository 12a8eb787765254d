package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class EvaluationTest {

    private static final ClassCounts TRAINING = new ClassCounts(List.of("a", "b"), List.of(500L, 5L));
    private static final Corpus<String> TEST = TestSet.of("a", "b");

    private static final Predictor<String> ALWAYS_A = texts -> new Logits(TRAINING.labels(), rows(texts, 1, 0));
    private static final Predictor<String> ALWAYS_B = texts -> new Logits(TRAINING.labels(), rows(texts, 0, 1));

    private final Logger logger = (Logger) LoggerFactory.getLogger(Evaluation.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(logged);
    }

    @Test
    void eachSystemAddsAResult() {
        List<Result> results = Evaluation.on(TEST, TRAINING)
                .of("majority", ALWAYS_A)
                .of("minority", 7, ALWAYS_B, 1.5, 12)
                .results();

        assertThat(results)
                .containsExactly(
                        new Result(
                                "majority",
                                OptionalLong.empty(),
                                Predictions.of(ALWAYS_A.predict(TEST.instances()), TEST),
                                Scores.of(ALWAYS_A.predict(TEST.instances()), TEST, TRAINING),
                                OptionalDouble.empty(),
                                OptionalLong.empty()),
                        new Result(
                                "minority",
                                OptionalLong.of(7),
                                Predictions.of(ALWAYS_B.predict(TEST.instances()), TEST),
                                Scores.of(ALWAYS_B.predict(TEST.instances()), TEST, TRAINING),
                                OptionalDouble.of(1.5),
                                OptionalLong.of(12)));
    }

    @Test
    void addingASystemLeavesTheEvaluationAsItWas() {
        Evaluation<String> one = Evaluation.on(TEST, TRAINING).of("majority", ALWAYS_A);
        Evaluation<String> two = one.of("minority", ALWAYS_B);

        assertThat(one.results()).hasSize(1);
        assertThat(two.results()).hasSize(2);
    }

    @Test
    void aSystemHasOneResultASeed() {
        Evaluation<String> evaluation = Evaluation.on(TEST, TRAINING)
                .of("majority", ALWAYS_A)
                .of("majority", 7, ALWAYS_A, 1, 2)
                .of("majority", 8, ALWAYS_A);

        assertThat(evaluation.results().get(2))
                .extracting(Result::seed, Result::trainSeconds, Result::parameters)
                .containsExactly(OptionalLong.of(8), OptionalDouble.empty(), OptionalLong.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation.of("majority", 7, ALWAYS_B, 1, 2))
                .withMessage("system 'majority' must have one result a seed but had two for seed 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation.of("majority", ALWAYS_B))
                .withMessage("system 'majority' must have one result a seed but had two without a seed");
    }

    @Test
    void oneWarningNamesTheClassesThatTrainingDoesNotKnow() {
        Evaluation<String> evaluation = Evaluation.on(TestSet.of("lost", "a", "refund"), TRAINING)
                .of("majority", ALWAYS_A)
                .of("minority", ALWAYS_B);

        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("test classes that training does not know count as recall 0: 'lost', 'refund'");
        assertThat(evaluation.unknownClasses()).containsExactly("lost", "refund");
        assertThat(evaluation.results().get(0).scores().classes())
                .containsEntry("a", new ClassScores(1, 3, 1))
                .containsEntry("lost", new ClassScores(1, 0, 0))
                .containsEntry("refund", new ClassScores(1, 0, 0));
    }

    @Test
    void aTestSetOfUnknownClassesAloneIsRefused() {
        assertThatExceptionOfType(CorpusException.class)
                .isThrownBy(() -> Evaluation.on(TestSet.of("lost", "refund", "lost"), TRAINING))
                .withMessage("the test set must have a class that training knows but had only 'lost', 'refund' where"
                        + " training has 'a', 'b'");
    }

    @Test
    void noWarningIsWrittenForAClassThatDoesNotOccur() {
        Evaluation.on(TestSet.of("a", "lost").rows(new int[] {0}), TRAINING).of("majority", ALWAYS_A);

        assertThat(logged.list).isEmpty();
    }

    @Test
    void anEmptyTestSetIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.on(TEST.rows(new int[0]), TRAINING))
                .withMessage("test set must have at least one instance but had none");
    }

    @Test
    void aResultOutOfRangeIsRefused() {
        Evaluation<String> evaluation = Evaluation.on(TEST, TRAINING);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation.of(" ", ALWAYS_A))
                .withMessage("system must not be blank but was \" \"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation.of("majority", 7, ALWAYS_A, -0.5, 2))
                .withMessage("train seconds must be finite and >= 0 but was -0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation.of("majority", 7, ALWAYS_A, Double.NaN, 2))
                .withMessage("train seconds must be finite and >= 0 but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation.of("majority", 7, ALWAYS_A, 1, -1))
                .withMessage("parameters must be >= 0 but was -1");
    }

    private static float[][] rows(List<String> texts, float... row) {
        return texts.stream().map(text -> row).toArray(float[][]::new);
    }
}
