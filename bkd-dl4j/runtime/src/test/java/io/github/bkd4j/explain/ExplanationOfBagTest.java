package io.github.bkd4j.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.kernel.BagKernel;
import io.github.bkd4j.kernel.KernelNetwork;
import io.github.bkd4j.kernel.OutputKernel;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.text.TextEncoder;
import io.github.bkd4j.text.TextEncoding;
import io.github.bkd4j.text.TokenKind;
import io.github.bkd4j.text.Vocabulary;
import io.github.bkd4j.text.Weighting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationOfBagTest {

    private static final List<String> TEXTS = List.of(
            "my parcel never came", "parcel parcel PARCEL", "a parcle came, unknown words too", "nothing known", "");

    /** Embeddings of the unknown token, good and bad; the second feature of this text is shut. */
    private static Explainer byHand() {
        ParameterTable embeddings = new ParameterTable(new float[][] {{0, 0}, {1, -1}, {-1, -1}});
        KernelNetwork network = new KernelNetwork(
                new BagKernel(3, 2, 0, 0.1),
                List.of(embeddings),
                OutputKernel.linear(new float[][] {{3, 0}, {5, 7}}, new float[] {0.5f, 0.25f}));
        TextEncoding encoding = TextEncoding.bagOfNgrams().withNgrams(1).withWeighting(Weighting.MEAN);
        Vocabulary vocabulary = new Vocabulary(List.of("good", "bad"), List.of(2, 2), 4);
        return new Explainer(new TextEncoder(encoding, vocabulary), network, List.of("praise", "complaint"));
    }

    /**
     * The sum is 2/3 (1, -1) + 1/3 (-1, -1) = (1/3, -1), the ReLU leaves (1/3, 0), the logits are 1.5 and 0.25. Good
     * has 2/3 * 1 * (3 - 0) = 2 of the difference, bad 1/3 * -1 * 3 = -1, the bias 0.5 - 0.25.
     */
    @Test
    void sharesOfACaseWorkedByHand() {
        Explanation explanation = byHand().explain("Good, bad and GOOD!");

        assertThat(explanation.label()).isEqualTo("praise");
        assertThat(explanation.other()).isEqualTo("complaint");
        assertThat(explanation.difference()).isCloseTo(1.25, within(1e-6));
        assertThat(explanation.bias()).isCloseTo(0.25, within(1e-6));
        assertThat(explanation.addsUp()).isTrue();
        assertThat(explanation.contributions())
                .extracting(Contribution::token, Contribution::kind, Contribution::places)
                .containsExactly(
                        tuple("good", TokenKind.WORD, List.of(0, 3)), tuple("bad", TokenKind.WORD, List.of(1)));
        assertThat(explanation.contributions().get(0).value()).isCloseTo(2, within(1e-6));
        assertThat(explanation.contributions().get(1).value()).isCloseTo(-1, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, false", "2, 0, false", "3, 6, false", "4, 6, false", "5, 0, true", "6, 6, true", "7, 6, true"})
    void biasAndContributionsAddUpToTheDifference(long seed, int hidden, boolean cosine) {
        addUp(RandomModel.bag(seed, hidden, cosine));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "3, 6", "4, 6"})
    void theVotesOfAWideBagAreInTheContributions(long seed, int hidden) {
        addUp(RandomModel.wideBag(seed, hidden));
    }

    private static void addUp(RandomModel model) {
        for (String text : TEXTS) {
            Explanation explanation = model.explainer().explain(text, "praise", "refund");

            double sum = explanation.bias()
                    + explanation.contributions().stream()
                            .mapToDouble(Contribution::value)
                            .sum();
            assertThat(explanation.difference()).isEqualTo(model.difference(text, "praise", "refund"));
            assertThat(sum).isCloseTo(explanation.difference(), within(1e-4));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOtherWayRoundIsTheNegative(long seed) {
        Explainer explainer = RandomModel.bag(seed, 6, false).explainer();
        Explanation one = explainer.explain(TEXTS.get(0), "praise", "refund");
        Explanation other = explainer.explain(TEXTS.get(0), "refund", "praise");

        assertThat(other.bias()).isCloseTo(-one.bias(), within(1e-6));
        for (int i = 0; i < one.contributions().size(); i++) {
            assertThat(other.contributions().get(i).value())
                    .isCloseTo(-one.contributions().get(i).value(), within(1e-6));
        }
    }

    @Test
    void tokensAreAsAPersonReadsThem() {
        List<Contribution> contributions =
                RandomModel.bag(1, 0, false).explainer().explain("Parcel came").contributions();

        assertThat(contributions)
                .extracting(Contribution::token, Contribution::kind, Contribution::places)
                .contains(
                        tuple("parcel", TokenKind.WORD, List.of(0)),
                        tuple("parcel came", TokenKind.NGRAM, List.of(0)),
                        tuple("<par", TokenKind.PART, List.of(0)),
                        tuple("me>", TokenKind.PART, List.of(1)));
        assertThat(contributions)
                .isSortedAccordingTo((a, b) -> Double.compare(Math.abs(b.value()), Math.abs(a.value())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing known"})
    void aTextOfWhichNothingIsKnownIsAllBias(String text) {
        Explanation explanation = RandomModel.bag(1, 6, false).explainer().explain(text);

        assertThat(explanation.contributions()).isEmpty();
        assertThat(explanation.bias()).isCloseTo(explanation.difference(), within(1e-6));
    }

    @Test
    void theRunnerUpIsTheOtherClass() {
        RandomModel model = RandomModel.bag(1, 6, false);
        Explanation explanation = model.explainer().explain(TEXTS.get(0));

        String third = RandomModel.LABELS.stream()
                .filter(label -> !label.equals(explanation.label()) && !label.equals(explanation.other()))
                .findFirst()
                .orElseThrow();
        assertThat(explanation.difference()).isPositive();
        assertThat(model.difference(TEXTS.get(0), explanation.other(), third)).isPositive();
        assertThat(model.explainer().explain(TEXTS.get(0), explanation.label())).isEqualTo(explanation);
        assertThat(model.explainer().explain(TEXTS.get(0), third).other()).isEqualTo(explanation.label());
    }

    @Test
    void topTakesTheLargest() {
        Explanation explanation = byHand().explain("good bad good");

        assertThat(explanation.top(1)).extracting(Contribution::token).containsExactly("good");
        assertThat(explanation.top(9)).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> explanation.top(0))
                .withMessage("n must be >= 1 but was 0");
    }

    @Test
    void classesThatCannotBeComparedAreRefused() {
        Explainer explainer = byHand();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> explainer.explain("good", "parise"))
                .withMessage("class must be one that the classifier knows but was 'parise'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> explainer.explain("good", "praise", "parise"))
                .withMessage("class must be one that the classifier knows but was 'parise'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> explainer.explain("good", "praise", "praise"))
                .withMessage("the other class must differ from the explained one but both were 'praise'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Explainer(explainer.encoder(), explainer.network(), List.of("praise")))
                .withMessage("an explanation must be of one class against another but there was only [praise]");
    }
}
