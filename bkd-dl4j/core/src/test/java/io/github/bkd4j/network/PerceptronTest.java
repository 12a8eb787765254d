package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.input.DenseInputs;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Encoding;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.input.Inputs;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.learning.config.Adam;

class PerceptronTest extends ArchitectureContract {

    /** How often each letter comes. */
    private static final Encoding<String> LETTERS = training -> new Encoder<>() {
        @Override
        public InputShape shape() {
            return new InputShape.Vector(26);
        }

        @Override
        public Inputs encode(List<String> texts) {
            return new DenseInputs(texts.stream().map(PerceptronTest::letters).toArray(float[][]::new));
        }
    };

    private static final Perceptron<String> LINEAR = Perceptron.linear(LETTERS);

    private static float[] letters(String text) {
        float[] counts = new float[26];
        text.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> counts[c - 'a']++);
        return counts;
    }

    @Override
    Architecture<String> architecture() {
        return LINEAR.withHidden(8);
    }

    @Override
    InputShape wrongShape() {
        return new InputShape.TokenSequence(9);
    }

    @Override
    String refusalOfWrongShape() {
        return "perceptron takes a vector but was given TokenSequence[vocabulary=9]";
    }

    private static ComputationGraph graph(Perceptron<String> perceptron) {
        return perceptron.build(new InputShape.Vector(26), 3, new Adam(), 1);
    }

    @Test
    void theHiddenLayerIsAnOption() {
        assertThat(graph(LINEAR).numParams()).isEqualTo(26 * 3 + 3);
        assertThat(graph(LINEAR.withHidden(8)).numParams()).isEqualTo((26 * 8 + 8) + (8 * 3 + 3));
        assertThat(graph(LINEAR.withHidden(8).withHead(Head.COSINE))
                        .getOutputLayer(0)
                        .conf()
                        .getLayer())
                .isInstanceOf(CosineOutputLayer.class);
    }

    record Refused(UnaryOperator<Perceptron<String>> change, String message) {}

    static Stream<Refused> refused() {
        return Stream.of(
                new Refused(perceptron -> perceptron.withHidden(-1), "hidden must be >= 0 but was -1"),
                new Refused(perceptron -> perceptron.withDropout(1), "dropout must be >= 0 and < 1 but was 1.0"),
                new Refused(
                        perceptron -> perceptron.withDropout(Double.NaN), "dropout must be >= 0 and < 1 but was NaN"),
                new Refused(
                        perceptron -> perceptron.withLearningRate(0),
                        "learning rate must be finite and > 0 but was 0.0"),
                new Refused(
                        perceptron -> perceptron.withLearningRate(Double.POSITIVE_INFINITY),
                        "learning rate must be finite and > 0 but was Infinity"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aValueOutsideItsRangeIsRefused(Refused refused) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refused.change().apply(LINEAR))
                .withMessage(refused.message());
    }

    @Test
    void theSettings() {
        Encoding<String> other = training -> LETTERS.fit(List.of());
        assertThat(LINEAR).isEqualTo(new Perceptron<>(LETTERS, 0, 0, Head.LINEAR, 2e-3));
        Perceptron<String> changed = LINEAR.withHidden(3)
                .withDropout(0.5)
                .withHead(Head.COSINE)
                .withEncoding(other)
                .withLearningRate(0.1);
        assertThat(changed).isEqualTo(new Perceptron<>(other, 3, 0.5, Head.COSINE, 0.1));
        assertThat(LINEAR.name()).isEqualTo("perceptron");
    }
}
