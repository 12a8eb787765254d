package io.github.bkd4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.model.Classification.Candidate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassificationTest {

    private static final Classification TICKET = new Classification(
            List.of(new Candidate("bug", 0.5), new Candidate("refund", 0.3), new Candidate("praise", 0.2)));

    private static Classification of(float... logits) {
        List<String> labels = IntStream.range(0, logits.length)
                .mapToObj(c -> Character.toString('a' + c))
                .toList();
        return Classification.of(new Logits(labels, new float[][] {logits}), 0);
    }

    /** e^0 = 1, e^(ln 2) = 2, e^(ln 5) = 5: of 8. */
    @Test
    void probabilitiesAreTheSoftmaxOfTheLogits() {
        Classification classification = of(0, (float) Math.log(2), (float) Math.log(5));

        assertThat(classification.candidates()).extracting(Candidate::label).containsExactly("c", "b", "a");
        assertThat(classification.candidates().get(0).probability()).isCloseTo(5 / 8.0, within(1e-7));
        assertThat(classification.candidates().get(1).probability()).isCloseTo(2 / 8.0, within(1e-7));
        assertThat(classification.candidates().get(2).probability()).isCloseTo(1 / 8.0, within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void probabilitiesSumToOneAndFall(long seed) {
        Random random = new Random(seed);
        float[] logits = new float[1 + random.nextInt(200)];
        for (int c = 0; c < logits.length; c++) {
            logits[c] = (float) (1000 * random.nextGaussian());
        }
        List<Double> probabilities =
                of(logits).candidates().stream().map(Candidate::probability).toList();

        assertThat(probabilities.stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-9));
        assertThat(probabilities.stream().map(p -> -p).toList()).isSorted();
        assertThat(probabilities).allMatch(p -> p >= 0 && p <= 1);
    }

    @Test
    void equalProbabilitiesStayInTheOrderOfTheLabels() {
        assertThat(of(1, 2, 1, 2).candidates()).extracting(Candidate::label).containsExactly("b", "d", "a", "c");
    }

    @Test
    void theFirstCandidateIsTheAnswer() {
        assertThat(TICKET.label()).isEqualTo("bug");
        assertThat(TICKET.probability()).isEqualTo(0.5);
    }

    @Test
    void topIsAtMostKCandidates() {
        assertThat(TICKET.top(1)).extracting(Candidate::label).containsExactly("bug");
        assertThat(TICKET.top(2)).extracting(Candidate::label).containsExactly("bug", "refund");
        assertThat(TICKET.top(9)).isEqualTo(TICKET.candidates());
    }

    @Test
    void topOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TICKET.top(0)).withMessage("k must be >= 1 but was 0");
    }

    @Test
    void aClassificationWithoutCandidatesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Classification(List.of()))
                .withMessage("a classification must have at least one candidate but had none");
    }
}
