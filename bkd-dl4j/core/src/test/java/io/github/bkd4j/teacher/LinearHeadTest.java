package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.kernel.Lbfgs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearHeadTest extends TeacherContract {

    private static final int DIMENSION = 6;

    @Override
    Teacher<String> teacher() {
        return Teacher.of("head", LinearHead.of(1, 0.01).fit(CORPUS, LinearHeadTest::letters, 7));
    }

    /** How often each of the first letters occurs in a text. */
    private static float[][] letters(List<String> texts) {
        return texts.stream()
                .map(text -> {
                    float[] vector = new float[DIMENSION];
                    text.chars().filter(c -> c >= 'a' && c < 'a' + DIMENSION).forEach(c -> vector[c - 'a']++);
                    return vector;
                })
                .toArray(float[][]::new);
    }

    /** Vectors as instances: a class is a random centre, with noise about it. */
    private static Corpus<List<Float>> clouds(long seed, double noise, int... counts) {
        Random centres = new Random(1);
        Random random = new Random(seed);
        List<Labeled<List<Float>>> instances = new ArrayList<>();
        for (int c = 0; c < counts.length; c++) {
            double[] centre = centres.doubles(DIMENSION, -1, 1).toArray();
            for (int i = 0; i < counts[c]; i++) {
                List<Float> vector = Arrays.stream(centre)
                        .mapToObj(x -> (float) (x + noise * random.nextGaussian()))
                        .toList();
                instances.add(new Labeled<>(vector, "class " + c));
            }
        }
        return Corpus.of(instances);
    }

    private static float[][] vectors(List<List<Float>> instances) {
        float[][] vectors = new float[instances.size()][DIMENSION];
        for (int i = 0; i < vectors.length; i++) {
            for (int d = 0; d < DIMENSION; d++) {
                vectors[i][d] = instances.get(i).get(d);
            }
        }
        return vectors;
    }

    private static double recall(Predictor<List<Float>> head, Corpus<List<Float>> test, int c) {
        Logits logits = head.predict(test.instances());
        return IntStream.range(0, test.size())
                .filter(i -> test.classOf(i) == c)
                .map(i ->
                        logits.labels().get(logits.top(i)).equals(test.labels().get(c)) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static Predictor<List<Float>> fit(LinearHead head, Corpus<List<Float>> training) {
        return head.fit(training, LinearHeadTest::vectors, 7);
    }

    @Test
    void cloudsAreToldApart() {
        Predictor<List<Float>> head = fit(LinearHead.of(0, 0.01), clouds(2, 0.2, 40, 30, 20));
        Corpus<List<Float>> unseen = clouds(3, 0.2, 50, 50, 50);
        for (int c = 0; c < 3; c++) {
            assertThat(recall(head, unseen, c)).isGreaterThan(0.95);
        }
    }

    /** Two thirds to one third, on vectors that say nothing: the prior, which the adjustment takes out. */
    @ParameterizedTest
    @CsvSource({"0, 0.6666667", "0.5, 0.5857864", "1, 0.5"})
    void whatVectorsDoNotTellIsThePrior(double tau, double first) {
        Corpus<List<Float>> same = clouds(2, 0, 120, 60);
        List<Float> nothing = List.of(1f, 2f, 3f, 4f, 5f, 6f);
        Corpus<List<Float>> training = Corpus.of(IntStream.range(0, 180)
                .mapToObj(i -> new Labeled<>(nothing, same.labels().get(same.classOf(i))))
                .toList());

        Logits logits = fit(LinearHead.of(tau, 0.1), training).predict(List.of(nothing));

        assertThat(logits.probabilities(0)[0]).isCloseTo(first, within(1e-3));
    }

    @Test
    void theAdjustedHeadIsBetterOnRareClasses() {
        Corpus<List<Float>> training = clouds(2, 0.8, 200, 5);
        Corpus<List<Float>> unseen = clouds(3, 0.8, 200, 200);

        double plain = recall(fit(LinearHead.of(0, 0.01), training), unseen, 1);
        double adjusted = recall(fit(LinearHead.of(1, 0.01), training), unseen, 1);

        assertThat(adjusted).isGreaterThan(plain + 0.05);
    }

    /** Of those left out as many are right as the head says, however strong the penalty. */
    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 1})
    void theHeadIsAsSureAsItIsRight(double penalty) {
        Predictor<List<Float>> head = fit(LinearHead.of(1, penalty), clouds(2, 0.8, 100, 100, 100));
        Corpus<List<Float>> unseen = clouds(3, 0.8, 200, 200, 200);
        double right = IntStream.range(0, 3)
                .mapToDouble(c -> recall(head, unseen, c))
                .average()
                .orElseThrow();
        Logits logits = head.predict(unseen.instances());
        double sure = IntStream.range(0, unseen.size())
                .mapToDouble(i -> logits.probabilities(i)[logits.top(i)])
                .average()
                .orElseThrow();
        assertThat(sure).isCloseTo(right, within(0.04));
    }

    /** Under the largest penalty the head tells nothing apart. */
    @Test
    void thePenaltyIsChosenByCrossValidation() {
        Corpus<List<Float>> training = clouds(2, 0.3, 30, 20, 10);
        Predictor<List<Float>> chosen = fit(new LinearHead(1, List.of(0.01, 1e6), 3), training);
        for (int c = 0; c < 3; c++) {
            assertThat(recall(chosen, training, c)).isGreaterThan(0.9);
        }
    }

    @Test
    void ofEqualPenaltiesTheLargestIsChosen() {
        Corpus<List<Float>> apart = clouds(2, 0.01, 9, 9, 9);
        float[] chosen = fit(new LinearHead(1, List.of(0.001, 0.01), 3), apart)
                .predict(apart.instances())
                .row(0);
        assertThat(chosen)
                .isEqualTo(fit(LinearHead.of(1, 0.01), apart)
                        .predict(apart.instances())
                        .row(0));
    }

    @Test
    void theSameSeedGivesTheSameHead() {
        Corpus<List<Float>> training = clouds(2, 0.8, 20, 10, 2, 1);
        LinearHead tuned = LinearHead.tuned(1);
        assertThat(fit(tuned, training).predict(training.instances()).row(3))
                .isEqualTo(fit(tuned, training).predict(training.instances()).row(3));
    }

    @Test
    void aClassWithoutAnInstanceIsAllButImpossible() {
        Corpus<List<Float>> whole = clouds(2, 0.2, 9, 9, 9);
        Corpus<List<Float>> training = whole.rows(IntStream.range(0, 18).toArray());

        Logits logits = fit(LinearHead.of(1, 0.01), training).predict(whole.instances());

        assertThat(logits.labels()).isEqualTo(whole.labels());
        assertThat(logits.probabilities(20)[2]).isCloseTo(1e-12, within(1e-14));
    }

    /** Two equal names of a class, beside the same vector as one instance more. */
    @Test
    void theNamesOfAClassWeighAsMuchAsOneInstance() {
        float[][] vectors = {{1, 0}, {0, 1}, {1, 1}};
        int[] classes = {0, 1, 1};
        float[][] name = {{2, 1}, {2, 1}};
        LinearLoss named = HeadLoss.of(vectors, classes, 2, 0)
                .withNames(name, new int[] {1, 1})
                .linear();
        float[][] more = {{1, 0}, {0, 1}, {1, 1}, {2, 1}};
        LinearLoss counted = HeadLoss.of(more, new int[] {0, 1, 1, 1}, 2, 0).linear();
        double[] point = {0.3, -0.2, 0.1, 0.5, 0.2, -0.4};
        double[] gradient = new double[point.length];
        double[] other = new double[point.length];

        assertThat(named.at(point, gradient)).isCloseTo(4.0 / 3 * counted.at(point, other), within(1e-6));
        for (int i = 0; i < gradient.length; i++) {
            assertThat(gradient[i]).isCloseTo(4.0 / 3 * other[i], within(1e-6)); // a mean over three, not four
        }
    }

    /** The rare class is named near where its unseen instances lie, or far from there. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void namesAreListenedToWhereTheyHelp(boolean helpful) {
        Corpus<List<Float>> training = clouds(2, 0.9, 60, 60, 3);
        Corpus<List<Float>> unseen = clouds(3, 0.9, 100, 100, 100);
        List<Float> centre = clouds(2, 0, 1, 1, 1).instances().get(helpful ? 2 : 0);
        List<Labeled<List<Float>>> names =
                List.of(new Labeled<>(centre, "class 2"), new Labeled<>(centre, "no class of these"));
        LinearHead head = LinearHead.of(1, 0.01);

        double without = recall(fit(head, training), unseen, 2);
        double with = recall(head.fit(training, names, LinearHeadTest::vectors, feature -> 1, 7), unseen, 2);

        if (helpful) {
            assertThat(with).isGreaterThanOrEqualTo(without);
        } else {
            assertThat(with).isEqualTo(without);
        }
    }

    /** (1, 3, 5) and (4, 4, 4): mean 3 and 4, deviation sqrt(8/3) and 0. */
    @Test
    void featuresAreScaledToTheirWeights() {
        float[][] vectors = {{1, 4, 1}, {3, 4, 3}, {5, 4, 5}};
        float[][] standardised =
                Standardised.fit(vectors, feature -> feature == 2 ? 0.5 : 1).of(new float[][] {{5, 7, 5}});
        float one = (float) (2 / Math.sqrt(8.0 / 3));
        assertThat(standardised[0]).containsExactly(new float[] {one, 0, one / 2}, within(1e-6f));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theGradientIsThatOfTheLoss(long seed) {
        Corpus<List<Float>> training = clouds(seed, 0.5, 5, 3, 2);
        float[][] names = {{1, 0, 0, 0, 0, 0}, {0, 1, 0, 0, 0, 0}, {0, 1, 1, 0, 0, 0}};
        LinearLoss loss = HeadLoss.of(vectors(training.instances()), training.classes(), 3, 1)
                .withNames(names, new int[] {0, 2, 2})
                .linear()
                .withPenalty(0.3);
        double[] point = new Random(seed).doubles(loss.parameters(), -1, 1).toArray();
        double[] gradient = new double[point.length];
        double[] ignored = new double[point.length];
        loss.at(point, gradient);

        for (int i = 0; i < point.length; i++) {
            double step = 1e-2;
            double[] up = point.clone();
            double[] down = point.clone();
            up[i] += step;
            down[i] -= step;
            double difference = (loss.at(up, ignored) - loss.at(down, ignored)) / (2 * step);
            assertThat(gradient[i]).isCloseTo(difference, within(1e-3));
        }
    }

    /** (x - 1)^2 + 10 (y + 2)^2 */
    @Test
    void theSolverFindsTheMinimum() {
        double[] minimum = new Lbfgs(100, 1e-12)
                .minimise(
                        (point, gradient) -> {
                            gradient[0] = 2 * (point[0] - 1);
                            gradient[1] = 20 * (point[1] + 2);
                            return Math.pow(point[0] - 1, 2) + 10 * Math.pow(point[1] + 2, 2);
                        },
                        new double[] {30, 40});
        assertThat(minimum).containsExactly(new double[] {1, -2}, within(1e-4));
    }

    @Test
    void whatItRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearHead.of(-1, 0))
                .withMessage("tau must be finite and >= 0 but was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearHead.of(1, -0.5))
                .withMessage("penalty must be finite and >= 0 but was -0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearHead(1, List.of(), 2))
                .withMessage("penalties must be at least one but were none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearHead(1, List.of(1.0), 1))
                .withMessage("folds must be >= 2 but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(LinearHead.tuned(1), clouds(1, 1, 5)))
                .withMessage("a head must have instances of at least two classes but had fewer");
    }
}
