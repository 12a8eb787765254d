package io.github.bkd4j.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.kernel.LstmKernel;
import io.github.bkd4j.text.TextEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A logit by itself, where labels do not exclude each other. */
class ExplanationOfOneLogitTest {

    private static final String TEXT = "my parcel never came, unknown words too";

    static Stream<RandomModel> bags() {
        return Stream.of(1L, 2L, 3L)
                .flatMap(seed -> Stream.of(
                        RandomModel.bag(seed, 0, false),
                        RandomModel.bag(seed, 6, false),
                        RandomModel.bag(seed, 6, true),
                        RandomModel.wideBag(seed, 0),
                        RandomModel.wideBag(seed, 6)));
    }

    private static Explanation explain(RandomModel model, String label) {
        return Explainer.explainAlone(model.encoder(), model.network(), RandomModel.LABELS, TEXT, label);
    }

    private static double logit(RandomModel model, String label) {
        return model.network().logits(model.encoder().encode(List.of(TEXT)))[0][RandomModel.LABELS.indexOf(label)];
    }

    @ParameterizedTest
    @MethodSource("bags")
    void theTokensOfABagAddUpToTheLogit(RandomModel model) {
        for (String label : RandomModel.LABELS) {
            Explanation explanation = explain(model, label);
            double sum = explanation.bias()
                    + explanation.contributions().stream()
                            .mapToDouble(Contribution::value)
                            .sum();

            assertThat(explanation.other()).isEmpty();
            assertThat(explanation.difference()).isEqualTo(logit(model, label));
            assertThat(sum).isCloseTo(explanation.difference(), within(1e-4));
        }
    }

    /** What is explained of two labels by themselves is what is explained of their difference. */
    @ParameterizedTest
    @MethodSource("bags")
    void twoLogitsExplainTheirDifference(RandomModel model) {
        Explanation difference = model.explainer().explain(TEXT, "praise", "refund");
        Explanation praise = explain(model, "praise");
        Explanation refund = explain(model, "refund");
        for (Contribution token : difference.contributions()) {
            assertThat(value(praise, token) - value(refund, token)).isCloseTo(token.value(), within(1e-4));
        }
    }

    private static double value(Explanation explanation, Contribution token) {
        return explanation.contributions().stream()
                .filter(other -> other.token().equals(token.token()) && other.kind() == token.kind())
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void aWordOfASequenceIsWhatItsAbsenceChanges() {
        RandomModel model =
                RandomModel.of(1, TextEncoding.sequence(), vocabulary -> new LstmKernel(vocabulary, 6, 5, 0.5), false);
        Explanation explanation = explain(model, "parcel");
        Contribution word = explanation.contributions().get(0);
        List<String> words = new ArrayList<>(List.of("my", "parcel", "never", "came", "unknown", "words", "too"));
        words.remove((int) word.places().get(0));
        double without = model.network().logits(model.encoder().encode(List.of(String.join(" ", words))))[0][1];

        assertThat(explanation.addsUp()).isFalse();
        assertThat(word.value()).isCloseTo(logit(model, "parcel") - without, within(1e-5));
    }
}
