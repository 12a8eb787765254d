package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnsembleTest extends TeacherContract {

    private static final List<String> LABELS = List.of("a", "b");
    private static final Corpus<String> ONE = Toy.corpus(1, 1, 1).rows(new int[] {0});

    @Override
    Teacher<String> teacher() {
        return Teacher.ensemble("both", List.of(StubTeacher.guessing(1), StubTeacher.guessing(2)));
    }

    @Test
    void theMeanByHand() {
        Teacher<String> quarter = saying(0, (float) Math.log(3)); // 1/4, 3/4
        Teacher<String> half = saying(5, 5); // 1/2, 1/2

        Logits mean = Teacher.ensemble("mean", List.of(quarter, half)).predict(ONE.instances());
        Logits weighted = Teacher.ensemble("weighted", List.of(quarter, half), List.of(6.0, 2.0))
                .predict(ONE.instances());

        assertThat(mean.row(0))
                .containsExactly(new float[] {(float) Math.log(3 / 8.0), (float) Math.log(5 / 8.0)}, within(1e-6f));
        assertThat(weighted.row(0))
                .containsExactly(new float[] {(float) Math.log(5 / 16.0), (float) Math.log(11 / 16.0)}, within(1e-6f));
    }

    @Test
    void logitsOfAnySizeStayFinite() {
        Logits mean = Teacher.ensemble("sure", List.of(saying(3000, -3000), saying(1000, -1000)))
                .predict(ONE.instances());

        assertThat(mean.row(0)).containsExactly(new float[] {0, (float) (-2000 - Math.log(2))}, within(1e-3f));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void probabilitiesAreTheMeansOfTheMembers(long seed) {
        Teacher<String> one = StubTeacher.guessing(seed);
        Teacher<String> other = StubTeacher.guessing(-seed);

        Logits mean =
                Teacher.ensemble("mean", List.of(one, other), List.of(1.0, 3.0)).predict(CORPUS.instances());

        for (int row = 0; row < CORPUS.size(); row++) {
            double[] probabilities = mean.probabilities(row);
            double[] first = one.predict(CORPUS.instances()).probabilities(row);
            double[] second = other.predict(CORPUS.instances()).probabilities(row);
            for (int c = 0; c < probabilities.length; c++) {
                assertThat(probabilities[c]).isCloseTo((first[c] + 3 * second[c]) / 4, within(1e-6));
            }
        }
    }

    @Test
    void whereOneIsSilentTheOthersSpeakAndWhereAllAreSoIsTheEnsemble() {
        Corpus<String> two = Toy.corpus(1, 1, 1);
        Teacher<String> half = StubTeacher.saying(LABELS, new float[][] {null, {0, 2}});
        Teacher<String> silent = StubTeacher.saying(LABELS, new float[][] {null, null});

        Logits mean = Teacher.ensemble("mean", List.of(half, silent), List.of(0.5, 8.0))
                .predict(two.instances());

        assertThat(mean.speaks(0)).isFalse();
        assertThat(mean.logProbabilities(1))
                .containsExactly(half.predict(two.instances()).logProbabilities(1), within(1e-6));
        assertThat(mean.row(1)[1] - mean.row(1)[0]).isCloseTo(2, within(1e-6f));
    }

    @Test
    void membersOverOtherLabelsAreRefused() {
        Teacher<String> other = StubTeacher.saying(List.of("b", "a"), new float[][] {{1, 2}});

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Teacher.ensemble("odd", List.of(saying(1, 2), other)).predict(ONE.instances()))
                .withMessage("members of an ensemble must know the same labels in the same order, [a, b],"
                        + " but one knew [b, a]");
    }

    @Test
    void anEnsembleOfNobodyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Teacher.ensemble("nobody", List.of()))
                .withMessage("ensemble must have at least one member but had none");
    }

    @Test
    void weightsThatAreNotOneAMemberAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Teacher.ensemble("odd", List.of(saying(1, 2)), List.of(1.0, 2.0)))
                .withMessage("weights must be one a member, 1, but were 2");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aWeightOutOfRangeIsRefused(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Teacher.ensemble("odd", List.of(saying(1, 2)), List.of(weight)))
                .withMessage("weight must be finite and > 0 but was " + weight);
    }

    private static Teacher<String> saying(float a, float b) {
        return StubTeacher.saying(LABELS, new float[][] {{a, b}});
    }
}
