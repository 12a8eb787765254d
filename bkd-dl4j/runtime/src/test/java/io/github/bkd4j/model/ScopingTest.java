package io.github.bkd4j.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.bkd4j.ToyCorpus;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Detection;
import io.github.bkd4j.evaluate.HeldOut;
import io.github.bkd4j.scope.ScopeScore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A classifier with a detector of texts out of scope, and its archive. */
class ScopingTest {

    private static final TextClassifier PLAIN = TextClassifier.load(VersionOneTest.file("bag"));
    private static final Corpus<String> HELD_OUT = ToyCorpus.of(3, 60, 30, 15);
    private static final List<String> ELSEWHERE =
            List.of("what is this about", "common1 nothing of the kind", "other words altogether", "");

    private static HeldOut<String> heldOut() {
        return new HeldOut<>(HELD_OUT, PLAIN.predict(HELD_OUT.instances()));
    }

    @Test
    void textsInOtherWordsAreOutOfScope() {
        for (TextClassifier scoped : List.of(
                PLAIN.withScope(heldOut(), List.of()),
                PLAIN.withScope(heldOut(), ELSEWHERE),
                PLAIN.withScopeOfTraining(heldOut(), ELSEWHERE))) {
            Detection detection = Detection.of(scoped.outOfScope(ELSEWHERE), scoped.outOfScope(HELD_OUT.instances()));
            assertThat(detection.auroc()).isGreaterThan(0.9);
        }
    }

    @Test
    void oneScoreNeedsNoDetector() {
        assertThat(PLAIN.outOfScope(ScopeScore.UNKNOWN_WORDS, List.of("other words", "a1 a2")))
                .containsExactly(1, 0);
        assertThatIllegalStateException()
                .isThrownBy(() -> PLAIN.outOfScope(List.of("other words")))
                .withMessage("a classifier must have a detector to tell texts out of scope but had none");
    }

    @Test
    void theArchiveKeepsTheDetector() {
        TextClassifier scoped = PLAIN.withScope(heldOut(), ELSEWHERE);
        TextClassifier read = TextClassifier.load(scoped.archive());

        assertThat(read.scope()).isEqualTo(scoped.scope());
        assertThat(read.archive()).isEqualTo(scoped.archive());
        assertThat(ModelArchive.FORMAT.optional()).contains(ScopeJson.NAME);
        assertThat(PLAIN.scope()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"means\":[0],\"deviations\":[1],\"weights\":[1]}"})
    void aDetectorThatIsNoneIsRefused(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScopeJson.read(json.getBytes(UTF_8)))
                .withMessage("scope.json must describe a detector but did not");
    }
}
