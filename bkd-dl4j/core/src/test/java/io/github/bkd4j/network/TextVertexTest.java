package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.bkd4j.kernel.ParameterTable;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class TextVertexTest {

    static Stream<TextVertex> vertices() {
        return Stream.of(
                new BagVertex(7, 3, 2, 0.1, 1),
                new WideBagVertex(3, 2, 0.1, 1, 2, new int[][] {{}, {0, 1}, {1}}),
                new ConvolutionVertex(7, 3, List.of(2, 1), 4, 0.1, 1),
                new LstmVertex(7, 3, 2, 0.1, 1));
    }

    @SuppressWarnings("NullAway") // no graph is needed
    private static TextVertex drawn(TextVertex vertex) {
        vertex.instantiate(null, "text", 0, Nd4j.empty(), true, DataType.FLOAT);
        return vertex;
    }

    @ParameterizedTest
    @MethodSource("vertices")
    void aCopyHasParametersOfItsOwn(TextVertex vertex) {
        TextVertex copy = (TextVertex) drawn(vertex).clone();

        assertThat(copy).isEqualTo(vertex).hasSameHashCodeAs(vertex).hasSameClassAs(vertex);
        for (int table = 0; table < vertex.parameters().size(); table++) {
            float[] row = vertex.parameters().get(table).row(0);
            assertThat(copy.parameters().get(table).row(0)).isEqualTo(row).isNotSameAs(row);
        }
    }

    @ParameterizedTest
    @MethodSource("vertices")
    void parametersAreCountedWithoutThem(TextVertex vertex) {
        long counted = vertex.parameterCount();
        long drawn = drawn(vertex).parameters().stream()
                .mapToLong(table -> table.shape().size())
                .sum();
        assertThat(drawn).isEqualTo(counted);
        assertThat(vertex.numParams(true)).isZero();
    }

    @ParameterizedTest
    @MethodSource("vertices")
    void withoutParametersItRefusesToRun(TextVertex vertex) {
        assertThatIllegalStateException()
                .isThrownBy(vertex::parameters)
                .withMessage("parameters of " + vertex.kernel()
                        + " must be restored after reading a network from JSON but were not");
    }

    @Test
    void parametersOfAnotherShapeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BagVertex(7, 3, 0, 0.1, 1).restore(List.of(new ParameterTable(3, 7))))
                .withMessage("parameters of BagKernel[vocabulary=7, dimension=3, hidden=0, deviation=0.1]"
                        + " must be [[7, 3]] but were [[3, 7]]");
    }

    @Test
    void settingsTellVerticesApart() {
        assertThat(List.of(
                        new BagVertex(7, 3, 2, 0.1, 1),
                        new BagVertex(8, 3, 2, 0.1, 1),
                        new BagVertex(7, 4, 2, 0.1, 1),
                        new BagVertex(7, 3, 0, 0.1, 1),
                        new BagVertex(7, 3, 2, 0.2, 1),
                        new BagVertex(7, 3, 2, 0.1, 2),
                        new WideBagVertex(3, 2, 0.1, 1, 2, new int[][] {{}, {0, 1}, {1}}),
                        new WideBagVertex(3, 2, 0.1, 1, 3, new int[][] {{}, {0, 1}, {1}}),
                        new WideBagVertex(3, 2, 0.1, 1, 2, new int[][] {{}, {0, 1}, {0}}),
                        new LstmVertex(7, 3, 2, 0.1, 1),
                        new LstmVertex(7, 3, 3, 0.1, 1),
                        new ConvolutionVertex(7, 3, List.of(2), 1, 0.1, 1),
                        new ConvolutionVertex(7, 3, List.of(3), 1, 0.1, 1),
                        new ConvolutionVertex(7, 3, List.of(2), 2, 0.1, 1)))
                .doesNotHaveDuplicates();
    }

    record Refused(Supplier<TextVertex> made, String message) {}

    static Stream<Refused> refused() {
        return Stream.of(
                new Refused(() -> new BagVertex(0, 3, 0, 0.1, 1), "vocabulary must be >= 1 but was 0"),
                new Refused(() -> new BagVertex(7, 0, 0, 0.1, 1), "dimension must be >= 1 but was 0"),
                new Refused(() -> new BagVertex(7, 3, -1, 0.1, 1), "hidden must be >= 0 but was -1"),
                new Refused(() -> new LstmVertex(7, 3, 0, 0.1, 1), "units must be >= 1 but was 0"),
                new Refused(
                        () -> new ConvolutionVertex(7, 3, List.of(), 1, 0.1, 1),
                        "number of widths must be >= 1 but was 0"),
                new Refused(
                        () -> new ConvolutionVertex(7, 3, List.of(2, 0), 1, 0.1, 1), "width must be >= 1 but was 0"),
                new Refused(
                        () -> new ConvolutionVertex(7, 3, List.of(2), 0, 0.1, 1), "filters must be >= 1 but was 0"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aValueOutsideItsRangeIsRefused(Refused refused) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refused.made().get())
                .withMessage(refused.message());
    }
}
