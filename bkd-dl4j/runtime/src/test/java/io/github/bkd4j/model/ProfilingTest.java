package io.github.bkd4j.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.ToyCorpus;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.drift.Drift;
import io.github.bkd4j.drift.PriorEstimate;
import io.github.bkd4j.drift.Profile;
import io.github.bkd4j.evaluate.HeldOut;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A classifier with a profile of held-out texts, and its archive. */
class ProfilingTest {

    private static final TextClassifier PLAIN = TextClassifier.load(VersionOneTest.file("bag"));
    private static final Corpus<String> HELD_OUT = ToyCorpus.of(3, 200, 100, 50);
    private static final TextClassifier PROFILED = PLAIN.withProfile(heldOut());

    private static HeldOut<String> heldOut() {
        return new HeldOut<>(HELD_OUT, PLAIN.predict(HELD_OUT.instances()));
    }

    private static Profile profile() {
        return PROFILED.profile().orElseThrow();
    }

    @Test
    void aProfileIsOfAllTexts() {
        assertThat(profile().classes().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(350);
        assertThat(profile().confidence().counts())
                .hasSize(10)
                .allSatisfy(count -> assertThat(count).isBetween(30L, 40L));
        assertThat(profile().unknown().counts()).hasSize(11);
        assertThat(PLAIN.profile()).isEmpty();
    }

    @Test
    void trafficLikeTheHeldOutTextsHasNotDrifted() {
        Drift drift = PROFILED.drift(ToyCorpus.of(4, 200, 100, 50).instances());

        assertThat(drift.texts()).isEqualTo(350);
        assertThat(drift.unknown().isBeyondChance()).isFalse();
        assertThat(drift.classes().jensenShannon()).isLessThan(0.02);
        assertThat(drift.prior().prior().get(0)).isCloseTo(200 / 350.0, within(0.1));
    }

    @Test
    void trafficInOtherWordsHasDrifted() {
        Drift drift = PROFILED.drift(Collections.nCopies(100, "words never heard before"));

        assertThat(drift.unknown().isBeyondChance()).isTrue();
        assertThat(drift.unknown().jensenShannon()).isGreaterThan(0.5);
        assertThat(drift.confidence().isBeyondChance()).isTrue();
    }

    /** Far more texts of class c than before; with their prior, the classifier names it more often. */
    @Test
    void theEstimatedPriorServesTheTraffic() {
        Corpus<String> traffic = ToyCorpus.of(5, 20, 30, 300);
        PriorEstimate estimate = PROFILED.drift(traffic.instances()).prior();
        TextClassifier adapted = PROFILED.withPrior(estimate);

        assertThat(estimate.prior().get(2)).isGreaterThan(0.6);
        assertThat(correct(adapted, traffic)).isGreaterThan(correct(PROFILED, traffic));
        assertThat(adapted.provenance().entries()).containsEntry("prior", estimate.toString());
        assertThat(adapted.profile()).isEmpty();
    }

    private static long correct(TextClassifier classifier, Corpus<String> corpus) {
        List<Classification> answers = classifier.classify(corpus.instances());
        long correct = 0;
        for (int i = 0; i < corpus.size(); i++) {
            correct += answers.get(i).label().equals(corpus.labels().get(corpus.classOf(i))) ? 1 : 0;
        }
        return correct;
    }

    /** The words of training texts that only one of them has are unknown when that text is left out. */
    @Test
    void trainingTextsAreProfiledAsIfTheyWereNew() {
        long known = PROFILED.profile().orElseThrow().unknown().counts().get(0);
        long learnt = PLAIN.withProfileOfTraining(heldOut())
                .profile()
                .orElseThrow()
                .unknown()
                .counts()
                .get(0);
        assertThat(learnt).isLessThanOrEqualTo(known);
    }

    @Test
    void theArchiveKeepsTheProfile() {
        byte[] archive = PROFILED.archive();
        TextClassifier read = TextClassifier.load(archive);

        assertThat(read.profile()).contains(profile());
        assertThat(read.archive()).isEqualTo(archive);
        assertThat(ModelArchive.FORMAT.optional()).contains(ProfileJson.NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"classes\":[1,2],\"confidence\":{\"edges\":[],\"counts\":[3]},"
                        + "\"unknown\":{\"edges\":[],\"counts\":[3]},\"temperature\":1,\"prior\":[0.5,0.5]}"
            })
    void aProfileThatIsNoneIsRefused(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProfileJson.read(json.getBytes(UTF_8), 3))
                .withMessage("profile.json must describe a profile of 3 classes but did not");
    }

    @Test
    void whatNeedsAProfileIsRefusedWithoutOne() {
        PriorEstimate estimate = new PriorEstimate(List.of(0.5, 0.5), 10, 1);
        assertThatIllegalStateException()
                .isThrownBy(() -> PLAIN.drift(List.of("a1")))
                .withMessage("a classifier must have a profile to measure drift but had none");
        assertThatIllegalStateException()
                .isThrownBy(() -> PLAIN.withPrior(estimate))
                .withMessage("a classifier must have a profile to take an estimated prior but had none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PROFILED.withPrior(estimate))
                .withMessage("prior must have one share per class, 3, but had 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PROFILED.drift(List.of()))
                .withMessage("traffic must have at least one text but had none");
    }
}
