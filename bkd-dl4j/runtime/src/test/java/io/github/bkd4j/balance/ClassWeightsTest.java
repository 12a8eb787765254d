package io.github.bkd4j.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.corpus.ClassCounts;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassWeightsTest {

    private static final double HALF_ULP_OF_ONE = Math.ulp(1.0) / 2;

    @Test
    void instanceBalancedWeighsAllClassesAlikeEvenEmptyOnes() {
        assertThat(ClassWeights.instanceBalanced().weights(counts(7, 0, 3))).containsExactly(1, 1, 1);
    }

    @Test
    void effectiveNumberByHand() {
        // 1 and 1 + 0.5 effective instances: weights 1 and 2/3, scaled by 2 / (5/3)
        double[] weights = ClassWeights.effectiveNumber(0.5).weights(counts(1, 2));

        assertThat(weights).containsExactly(new double[] {1.2, 0.8}, within(1e-15));
    }

    @Test
    void effectiveNumberOfBetaZeroWeighsAllClassesAlike() {
        assertThat(ClassWeights.effectiveNumber(0).weights(counts(1, 1000, 4_000_000_000L)))
                .containsExactly(1, 1, 1);
    }

    static Stream<JsonNode> published() throws IOException {
        try (InputStream in = ClassWeightsTest.class.getResourceAsStream("/balance/class-weights.json")) {
            JsonNode cases =
                    new ObjectMapper().readTree(Objects.requireNonNull(in)).get("cases");
            assertThat(cases).hasSizeGreaterThan(40);
            return StreamSupport.stream(cases.spliterator(), false);
        }
    }

    /** The published code subtracts beta^n from 1, which is off by half an ulp of 1; ours is not. */
    @ParameterizedTest
    @MethodSource("published")
    void effectiveNumberAgreesWithThePublishedCode(JsonNode published) {
        double[] expected = doubles(published.get("weights"));
        double beta = published.get("beta").asDouble();
        long[] counts = longs(published.get("counts"));
        double smallest = LongStream.of(counts).min().orElseThrow();
        double tolerance = Math.max(1e-12, HALF_ULP_OF_ONE / (1 - Math.pow(beta, smallest)));

        double[] weights = ClassWeights.effectiveNumber(beta).weights(counts(counts));

        assertThat(weights).hasSameSizeAs(expected);
        for (int c = 0; c < expected.length; c++) {
            assertThat(weights[c]).isCloseTo(expected[c], within(tolerance * expected[c]));
        }
    }

    /** Expected values computed with 60 decimal digits. */
    @Test
    void effectiveNumberKeepsItsDigitsWhereBetaIsNearOneAndClassesAreHuge() {
        double[] expected = {3.0559697047764404e-09, 3.001497993164818e-06, 0.9999992496115087, 2.9999977458345284};

        double[] weights = ClassWeights.effectiveNumber(0.999999999).weights(counts(4_000_000_000L, 1_000_000, 3, 1));

        for (int c = 0; c < expected.length; c++) {
            assertThat(weights[c]).isCloseTo(expected[c], within(1e-14 * expected[c]));
        }
    }

    @Test
    void inverseFrequencyByHand() {
        assertThat(ClassWeights.inverseFrequency(1).weights(counts(3, 1)))
                .containsExactly(new double[] {0.5, 1.5}, within(1e-15));
        assertThat(ClassWeights.inverseFrequency(0.5).weights(counts(4, 1)))
                .containsExactly(new double[] {2.0 / 3, 4.0 / 3}, within(1e-15));
        assertThat(ClassWeights.inverseFrequency(0).weights(counts(4, 1))).containsExactly(1, 1);
    }

    @Test
    void inverseFrequencyToALargePowerStaysFinite() {
        assertThat(ClassWeights.inverseFrequency(1000).weights(counts(1_000_000_000L, 1_000_000)))
                .containsExactly(0, 2);
    }

    @Test
    void givenWeightsAreScaledToTheNumberOfClasses() {
        assertThat(ClassWeights.given(List.of(1.0, 3.0)).weights(counts(0, 9)))
                .containsExactly(new double[] {0.5, 1.5}, within(1e-15));
    }

    @Test
    void givenWeightsMayBeTinyOrHuge() {
        assertThat(ClassWeights.given(List.of(Double.MAX_VALUE, Double.MAX_VALUE))
                        .weights(counts(1, 1)))
                .containsExactly(1, 1);
        assertThat(ClassWeights.given(List.of(Double.MIN_VALUE, Double.MIN_VALUE))
                        .weights(counts(1, 1)))
                .containsExactly(1, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void weightsSumToTheNumberOfClassesAndNeverFavourTheLargerClass(long seed) {
        Random random = new Random(seed);
        long[] sizes =
                random.longs(2 + random.nextInt(200), 1, 1_000_000).sorted().toArray();
        for (ClassWeights recipe : List.of(
                ClassWeights.effectiveNumber(random.nextDouble()),
                ClassWeights.effectiveNumber(1 - Math.pow(10, -10 * random.nextDouble())),
                ClassWeights.inverseFrequency(2 * random.nextDouble()))) {
            double[] weights = recipe.weights(counts(sizes));

            assertThat(Arrays.stream(weights).sum()).isCloseTo(sizes.length, within(1e-9));
            assertThat(IntStream.range(1, weights.length)).allMatch(c -> weights[c] <= weights[c - 1]);
        }
    }

    @Test
    void aClassWithoutATrainingInstanceIsNamed() {
        ClassCounts counts = new ClassCounts(List.of("delivery", "refund"), List.of(12L, 0L));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassWeights.effectiveNumber(0.9999).weights(counts))
                .withMessage("class 'refund' must have at least one training instance"
                        + " to be weighted by effective number but had 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassWeights.inverseFrequency(1).weights(counts))
                .withMessage("class 'refund' must have at least one training instance"
                        + " to be weighted by inverse frequency but had 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void betaOutOfRangeIsRefused(double beta) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassWeights.effectiveNumber(beta))
                .withMessage("beta must be in [0, 1) but was " + beta);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.POSITIVE_INFINITY, Double.NaN})
    void powerOutOfRangeIsRefused(double power) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassWeights.inverseFrequency(power))
                .withMessage("power must be finite and >= 0 but was " + power);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.POSITIVE_INFINITY, Double.NaN})
    void givenWeightOutOfRangeIsRefused(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassWeights.given(List.of(1.0, weight)))
                .withMessage("given weight 1 must be finite and > 0 but was " + weight);
    }

    @Test
    void givenWeightsOfAnotherNumberOfClassesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassWeights.given(List.of()))
                .withMessage("given weights must have at least one entry but had none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassWeights.given(List.of(1.0, 2.0)).weights(counts(5, 5, 5)))
                .withMessage("given weights must have one entry a class, 3, but had 2");
    }

    private static ClassCounts counts(long... counts) {
        return new ClassCounts(
                IntStream.range(0, counts.length).mapToObj(c -> "class " + c).toList(),
                LongStream.of(counts).boxed().toList());
    }

    private static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static long[] longs(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .toArray();
    }
}
