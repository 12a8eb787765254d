package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabeled;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On points of a plane: x is in its first number above 0, y in its second. */
class MultiLabelHeadTest {

    private static MultiLabelCorpus<List<Float>> points(long seed, int size) {
        Random random = new Random(seed);
        List<MultiLabeled<List<Float>>> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            float first = (float) random.nextGaussian();
            float second = (float) random.nextGaussian() - 1;
            List<String> labels = new ArrayList<>();
            if (first > 0) {
                labels.add("x");
            }
            if (second > 0) {
                labels.add("y");
            }
            rows.add(new MultiLabeled<>(List.of(first, second), labels));
        }
        return MultiLabelCorpus.of(rows);
    }

    private static float[][] vectors(List<List<Float>> instances) {
        return instances.stream()
                .map(point -> new float[] {point.get(0), point.get(1)})
                .toArray(float[][]::new);
    }

    private static Predictor<List<Float>> fit(MultiLabelHead head, MultiLabelCorpus<List<Float>> training) {
        return head.fit(training, List.of(), MultiLabelHeadTest::vectors, feature -> 1, 1);
    }

    @Test
    void eachLabelHasALineOfItsOwn() {
        Logits logits = fit(MultiLabelHead.tuned(0), points(1, 300))
                .predict(List.of(List.of(2f, 2f), List.of(2f, -3f), List.of(-2f, 2f), List.of(-2f, -3f)));

        assertThat(logits.labels()).containsExactly("x", "y");
        assertThat(IntStream.range(0, 4).mapToObj(i -> logits.row(i)[0] > 0)).containsExactly(true, true, false, false);
        assertThat(IntStream.range(0, 4).mapToObj(i -> logits.row(i)[1] > 0)).containsExactly(true, false, true, false);
    }

    /**
     * Without features only the biases are learnt: log odds of the labels, to which tau log odds are added in training.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void theBiasIsTheLogOddsThatTheAdjustmentLeaves(double tau) {
        MultiLabelCorpus<List<Float>> training = points(2, 200);
        Predictor<List<Float>> head =
                MultiLabelHead.of(tau, 0).fit(training, List.of(), all -> new float[all.size()][1], feature -> 1, 1);
        double n = training.counts().count(1);
        double logOdds = Math.log(n / (200 - n));

        float[] row = head.predict(List.of(List.of(0f, 0f))).row(0);

        assertThat(row[1]).isCloseTo((float) ((1 - tau) * logOdds), within(0.1f));
    }

    @Test
    void aNameIsAnInstanceOfItsLabelAlone() {
        MultiLabelCorpus<List<Float>> training = points(3, 60);
        List<Labeled<List<Float>>> names =
                List.of(new Labeled<>(List.of(-3f, 5f), "x"), new Labeled<>(List.of(0f, 0f), "unknown"));
        LabelSetData data = LabelSetData.of(training, names, MultiLabelHeadTest::vectors, feature -> 1);

        assertThat(data.vectors().names()).hasDimensions(1, 2);
        int[] all = data.vectors().all();
        LinearLoss with = data.loss(all, data.vectors().standardised(all), 0);
        LinearLoss without = LabelSetData.of(training, List.of(), MultiLabelHeadTest::vectors, feature -> 1)
                .loss(all, data.vectors().standardised(all), 0);
        // at 0 the name costs log 2 over the number of instances, and moves x's bias alone
        double[] gradient = new double[6];
        double[] other = new double[6];
        assertThat(with.at(new double[6], gradient) - without.at(new double[6], other))
                .isCloseTo(Math.log(2) / 60, within(1e-9));
        assertThat(gradient[4] - other[4]).isCloseTo(-0.5 / 60, within(1e-6));
        assertThat(gradient[5]).isCloseTo(other[5], within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theGradientIsThatOfTheLoss(long seed) {
        MultiLabelCorpus<List<Float>> training = points(seed, 20);
        List<Labeled<List<Float>>> names = List.of(new Labeled<>(List.of(1f, 1f), "y"));
        LabelSetData data = LabelSetData.of(training, names, MultiLabelHeadTest::vectors, feature -> 1);
        int[] all = data.vectors().all();
        LinearLoss loss = data.loss(all, data.vectors().standardised(all), 1).withPenalty(0.3);
        double[] point = new Random(seed).doubles(loss.parameters(), -1, 1).toArray();
        double[] gradient = new double[point.length];
        loss.at(point, gradient);

        for (int i = 0; i < point.length; i++) {
            double[] up = point.clone();
            double[] down = point.clone();
            up[i] += 1e-2;
            down[i] -= 1e-2;
            double difference = (loss.at(up, new double[6]) - loss.at(down, new double[6])) / 2e-2;
            assertThat(gradient[i]).isCloseTo(difference, within(1e-3));
        }
    }

    /** Ranked: y, not, y, so (1 + 2/3) / 2; x is the label of one instance and does not count. */
    @Test
    void averagePrecisionByHand() {
        LabelSetHeldOut heldOut = new LabelSetHeldOut(0, new int[][] {{1}, {0}, {1}}, 2);

        heldOut.add(new int[] {0, 1, 2}, new float[][] {{0, 3}, {0, 2}, {0, 1}}, new double[2]);

        assertThat(heldOut.averagePrecision()).isCloseTo((1 + 2 / 3.0) / 2, within(1e-12));
    }

    /** Of logits of 2 for what is right in 3 of 4 cases the temperature is 2 / log 3, to within a step of 1.1. */
    @Test
    void theTemperatureMakesTheLabelsMostLikely() {
        LabelSetHeldOut heldOut = new LabelSetHeldOut(0, new int[][] {{0}, {0}, {0}, {}}, 1);
        float[][] sure = {{2}, {2}, {2}, {2}};

        heldOut.add(new int[] {0, 1, 2, 3}, sure, new double[1]);

        assertThat(heldOut.temperature()).isBetween(2 / Math.log(3) / 1.1, 2 / Math.log(3) * 1.1);
    }

    @Test
    void theSameSeedGivesTheSameHead() {
        MultiLabelCorpus<List<Float>> training = points(4, 80);
        List<List<Float>> asked = training.instances().subList(0, 3);

        assertThat(Arrays.deepEquals(
                        rows(fit(MultiLabelHead.tuned(1), training).predict(asked)),
                        rows(fit(MultiLabelHead.tuned(1), training).predict(asked))))
                .isTrue();
    }

    private static float[][] rows(Logits logits) {
        return IntStream.range(0, logits.size()).mapToObj(logits::row).toArray(float[][]::new);
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultiLabelHead.of(-1, 0.1))
                .withMessage("tau must be finite and >= 0 but was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MultiLabelHead(0, List.of(), 3))
                .withMessage("penalties must be at least one but were none");
        assertThatThrownBy(() -> fit(MultiLabelHead.tuned(0), points(5, 40).rows(new int[] {0, 1})))
                .isInstanceOf(CorpusException.class)
                .hasMessage("a head must have at least 3 training instances, one for each fold, but had 2");
    }
}
