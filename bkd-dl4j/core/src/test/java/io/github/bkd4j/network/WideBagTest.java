package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.Toy;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.kernel.Sparsity;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Adam;

class WideBagTest extends EmbeddingArchitectureContract {

    private static final BagOfEmbeddings BAG =
            Toy.bag().withDropout(0).withHidden(8).withWide(10);

    @Override
    Architecture<String> architecture() {
        Encoder<String> encoder = BAG.encoding().fit(CORPUS.instances());
        return BAG.startedOn(encoder, encoder.encode(CORPUS.instances()), CORPUS.classes(), CLASSES);
    }

    @Override
    InputShape wrongShape() {
        return new InputShape.TokenSequence(9);
    }

    @Override
    String refusalOfWrongShape() {
        return "bag of embeddings takes weighted tokens but was given TokenSequence[vocabulary=9]";
    }

    @Override
    long parameters(int vocabulary, int classes) {
        Inputs inputs = inputs();
        boolean[][] seen = new boolean[vocabulary][classes];
        for (int text = 0; text < inputs.size(); text++) {
            for (int id : ((TokenInputs) inputs).rows().ids(text)) {
                seen[id][CORPUS.classOf(text)] = true;
            }
        }
        long votes = 0;
        for (boolean[] ofToken : seen) {
            for (boolean ofClass : ofToken) {
                votes += ofClass ? 1 : 0;
            }
        }
        return vocabulary * 8L + (8 * 8 + 8) + (8L * classes + classes) + votes;
    }

    /** What the regression knows is there before the first step. */
    @Test
    void itStartsFromTheRegression() {
        Network network = network(1);
        ParameterTable votes = text(network).parameters().get(3);
        float[] sums = new float[CLASSES];
        for (float[] row : votes.rows()) {
            for (float vote : row) {
                assertThat(vote).isFinite();
                sums[0] += Math.abs(vote);
            }
        }
        assertThat(sums[0]).isGreaterThan(10);
        assertThat(network.graph().getParam("output_b").toFloatVector())
                .isEqualTo(((StartedBag) architecture()).start().bias());
    }

    /** At the optimum the gradient of a convex function is 0. */
    @Test
    void theStartIsTheOptimumOfTheRegression() {
        Encoder<String> encoder = BAG.encoding().fit(CORPUS.instances());
        TokenInputs inputs = (TokenInputs) encoder.encode(CORPUS.instances());
        WideStart start = ((StartedBag) architecture()).start();
        WideLoss loss =
                WideLoss.of(start.wide(), inputs.rows().tokens(0, CORPUS.size()), CORPUS.classes(), BAG.wideCost());
        double[] point = new double[loss.parameters()];
        int at = 0;
        for (float[] row : start.table().rows()) {
            for (float value : row) {
                point[at++] = value;
            }
        }
        for (float value : start.bias()) {
            point[at++] = value;
        }
        double[] gradient = new double[point.length];
        double before = loss.at(new double[point.length], gradient);
        double after = loss.at(point, gradient);

        assertThat(after).isLessThan(0.5 * before);
        assertThat(gradient).containsExactly(new double[gradient.length], within(1e-3));
    }

    @Test
    void aTokenVotesForTheClassesThatItOccursIn() {
        Sparsity wide = ((StartedBag) architecture()).start().wide();
        assertThat(wide.columnsOf(0)).isEmpty();
        assertThat(wide.size()).isPositive();
        assertThat(wide.columns()).isEqualTo(CLASSES);
    }

    @Test
    void withoutAStartItCannotBeBuilt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BAG.build(new InputShape.WeightedTokens(9), CLASSES, new Adam(), 1))
                .withMessage("a bag with a wide part must be started on training texts before it is built but was not");
    }

    @Test
    void aNarrowBagNeedsNoStart() {
        BagOfEmbeddings narrow = Toy.bag();
        Encoder<String> encoder = narrow.encoding().fit(CORPUS.instances());
        assertThat(narrow.startedOn(encoder, encoder.encode(CORPUS.instances()), CORPUS.classes(), CLASSES))
                .isSameAs(narrow);
        assertThat(narrow.name()).isEqualTo("bag");
        assertThat(BAG.name()).isEqualTo("wide-bag");
    }

    @Test
    void aValueOutsideItsRangeIsRefused() {
        for (double wide : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Toy.bag().withWide(wide))
                    .withMessage("cost of the wide part must be finite and >= 0 but was " + wide);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Toy.bag().withHead(Head.COSINE).withWide(1))
                .withMessage("a bag with a wide part must have a linear head but had COSINE");
    }

    /** A class without a text, and a text without a known token. */
    @Test
    void theRegressionLeavesOutAClassWithoutATextAndLearnsFromEveryOther() {
        Encoder<String> encoder = BAG.encoding().fit(CORPUS.instances());
        int[] truth = CORPUS.classes();
        Inputs inputs = encoder.encode(CORPUS.instances());
        WideStart start = ((StartedBag) BAG.startedOn(encoder, inputs, truth, CLASSES + 1)).start();
        assertThat(start.bias()).hasSize(CLASSES + 1);
        assertThat(start.bias()[CLASSES]).isZero();
        assertThat(Arrays.stream(start.table().rows())
                        .mapToInt(row -> row.length)
                        .max())
                .hasValue(CLASSES);
    }
}
