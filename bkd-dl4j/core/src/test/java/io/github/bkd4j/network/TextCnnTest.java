package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.Toy;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.text.TextEncoding;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextCnnTest extends EmbeddingArchitectureContract {

    @Override
    Architecture<String> architecture() {
        return new TextCnn(Toy.cnn().text(), 6, List.of(2, 3), 5, 0, Head.LINEAR);
    }

    @Override
    InputShape wrongShape() {
        return new InputShape.WeightedTokens(9);
    }

    @Override
    String refusalOfWrongShape() {
        return "text CNN takes a token sequence but was given WeightedTokens[vocabulary=9]";
    }

    @Override
    long parameters(int vocabulary, int classes) {
        return vocabulary * 6L + (2 * 6 * 5 + 5) + (3 * 6 * 5 + 5) + (2L * 5 * classes + classes);
    }

    record Refused(UnaryOperator<TextCnn> change, String message) {}

    static Stream<Refused> refused() {
        return Stream.of(
                new Refused(cnn -> cnn.withDimension(0), "dimension must be >= 1 but was 0"),
                new Refused(cnn -> cnn.withFilters(0), "filters must be >= 1 but was 0"),
                new Refused(cnn -> with(cnn, List.of(), 0.5), "number of widths must be >= 1 but was 0"),
                new Refused(cnn -> with(cnn, List.of(3, 0), 0.5), "width must be >= 1 but was 0"),
                new Refused(cnn -> with(cnn, List.of(3), 1), "dropout must be >= 0 and < 1 but was 1.0"),
                new Refused(
                        cnn -> cnn.withEncoding(TextEncoding.bagOfNgrams()),
                        "a text CNN must have a token sequence but had TF_IDF"));
    }

    private static TextCnn with(TextCnn cnn, List<Integer> widths, double dropout) {
        return new TextCnn(cnn.text(), cnn.dimension(), widths, cnn.filters(), dropout, cnn.head());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aValueOutsideItsRangeIsRefused(Refused refused) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refused.change().apply(TextCnn.small()))
                .withMessage(refused.message());
    }

    @Test
    void theCustomarySettings() {
        assertThat(TextCnn.small())
                .isEqualTo(new TextCnn(TextEncoding.sequence(), 100, List.of(3, 4, 5), 100, 0.5, Head.LINEAR));
        assertThat(TextCnn.small().name()).isEqualTo("text-cnn");
    }
}
