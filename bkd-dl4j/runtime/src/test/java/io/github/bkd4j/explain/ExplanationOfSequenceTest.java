package io.github.bkd4j.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.kernel.ConvolutionKernel;
import io.github.bkd4j.kernel.LstmKernel;
import io.github.bkd4j.text.TextEncoding;
import io.github.bkd4j.text.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationOfSequenceTest {

    private static RandomModel convolutions(long seed) {
        return RandomModel.of(
                seed,
                TextEncoding.sequence(),
                vocabulary -> new ConvolutionKernel(vocabulary, 6, List.of(2, 3), 4, 0.5),
                false);
    }

    private static RandomModel lstm(long seed) {
        return RandomModel.of(
                seed, TextEncoding.sequence(), vocabulary -> new LstmKernel(vocabulary, 6, 5, 0.5), false);
    }

    static Stream<RandomModel> models() {
        return Stream.of(1L, 2L, 3L).flatMap(seed -> Stream.of(convolutions(seed), lstm(seed)));
    }

    /** The slow way: classify each shortened text by itself. */
    @ParameterizedTest
    @MethodSource("models")
    void aWordsValueIsWhatItsAbsenceChanges(RandomModel model) {
        List<String> words = List.of("my", "unheardof", "parcel", "never", "parcel");
        String text = String.join(" ", words);
        Explanation explanation = model.explainer().explain(text, "parcel", "praise");

        assertThat(explanation.addsUp()).isFalse();
        assertThat(explanation.difference()).isEqualTo(model.difference(text, "parcel", "praise"));
        assertThat(explanation.bias()).isCloseTo(model.difference("", "parcel", "praise"), within(1e-6));
        assertThat(explanation.contributions())
                .hasSize(words.size())
                .allSatisfy(word -> assertThat(word.kind()).isEqualTo(TokenKind.WORD));
        for (Contribution word : explanation.contributions()) {
            int place = word.places().get(0);
            List<String> left = new ArrayList<>(words);
            assertThat(word.token()).isEqualTo(left.remove(place));
            double without = model.difference(String.join(" ", left), "parcel", "praise");
            assertThat(word.value()).isCloseTo(explanation.difference() - without, within(1e-5));
        }
    }

    @Test
    void theOnlyKnownWordIsMeasuredAgainstNothing() {
        RandomModel model = lstm(1);
        Explanation explanation = model.explainer().explain("unheardof parcel", "parcel", "praise");

        Contribution parcel = explanation.contributions().stream()
                .filter(word -> word.token().equals("parcel"))
                .findFirst()
                .orElseThrow();
        assertThat(parcel.value()).isCloseTo(explanation.difference() - explanation.bias(), within(1e-6));
    }

    @Test
    void aTextOfWhichNothingIsKnownIsAllBias() {
        Explanation explanation = convolutions(1).explainer().explain("unheardof");

        assertThat(explanation.contributions()).isEmpty();
        assertThat(explanation.bias()).isCloseTo(explanation.difference(), within(1e-6));
    }
}
