package io.github.bkd4j.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.evaluate.Abstention;
import io.github.bkd4j.evaluate.AbstentionGoal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A classifier that may abstain, and its archive. */
class AbstainingTest {

    private static final TextClassifier PLAIN = TextClassifier.load(VersionOneTest.file("bag"));
    private static final String TEXT = "a1 a2 common3"; // class a, 20 training texts, medium: confidence 0.45

    private static Abstention from(double threshold, Map<Group, Double> byGroup) {
        return new Abstention(AbstentionGoal.of("precision=0.95"), threshold, byGroup);
    }

    @Test
    void belowItsThresholdItAbstains() {
        Classification classification = PLAIN.classify(TEXT);

        assertThat(classification.confidence()).isEqualTo(classification.probability());
        assertThat(PLAIN.abstention()).isEmpty();
        assertThat(PLAIN.answers(classification)).isTrue();
        assertThat(PLAIN.withAbstention(from(0.45, Map.of())).answers(classification))
                .isTrue();
        assertThat(PLAIN.withAbstention(from(0.46, Map.of())).answers(classification))
                .isFalse();
        assertThat(PLAIN.withAbstention(from(0.46, Map.of(Group.MEDIUM, 0.4))).answers(classification))
                .isTrue();
        assertThat(PLAIN.withAbstention(from(0.46, Map.of(Group.FEW, 0.4))).answers(classification))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1234567890123, 1, AbstentionGoal.NEVER})
    void theArchiveKeepsTheThresholds(double threshold) {
        Abstention abstention = from(threshold, Map.of(Group.MANY, threshold, Group.FEW, 0.5));
        byte[] archive = PLAIN.withAbstention(abstention).archive();

        TextClassifier read = TextClassifier.load(archive);

        assertThat(read.abstention()).contains(abstention);
        assertThat(read.archive()).isEqualTo(archive);
        assertThat(read.classify(TEXT)).isEqualTo(PLAIN.classify(TEXT));
    }

    @Test
    void aReaderMaySkipTheThresholds() {
        byte[] archive = PLAIN.withAbstention(from(0.5, Map.of())).archive();

        assertThat(ModelArchive.FORMAT.optional()).contains(AbstentionJson.NAME);
        assertThat(ModelArchive.FORMAT.read(archive, "model").find(AbstentionJson.NAME))
                .isPresent();
        assertThat(ModelArchive.FORMAT.read(PLAIN.archive(), "model").find(AbstentionJson.NAME))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "{\"goal\":\"recall=1\",\"threshold\":0.5,\"groups\":{}}",
                "{\"goal\":\"precision=0.9\",\"threshold\":-1,\"groups\":{}}",
                "{\"goal\":\"precision=0.9\",\"threshold\":0.5,\"groups\":{\"most\":0.5}}",
                "{\"goal\":\"precision=0.9\",\"threshold\":0.5,\"groups\":{\"few\":null}}"
            })
    void thresholdsThatAreNoneAreRefused(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AbstentionJson.read(json.getBytes(UTF_8)))
                .withMessage("abstention.json must describe thresholds but did not");
    }

    /** Thresholds are about the logits as they were. */
    @Test
    void changedLogitsHaveNoThresholds() {
        TextClassifier changed =
                (TextClassifier) PLAIN.withAbstention(from(0.5, Map.of())).withPrior(PLAIN.trainingCounts());
        assertThat(changed.abstention()).isEmpty();
    }
}
