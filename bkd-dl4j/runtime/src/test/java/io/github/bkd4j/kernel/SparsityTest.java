package io.github.bkd4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SparsityTest {

    private static final Sparsity SPARSITY = new Sparsity(3, new int[][] {{}, {0, 2}, {1}});

    /** Text 1 is 2 (10, 0, 20) + 3 (0, 30, 0); text 2 is -1 (10, 0, 20). */
    @Test
    void sumsOfACaseWorkedByHand() {
        ParameterTable table = SPARSITY.zeros();
        table.row(1)[0] = 10;
        table.row(1)[1] = 20;
        table.row(2)[0] = 30;
        Tokens tokens = Tokens.of(new int[][] {{1, 2}, {1}}, new float[][] {{2, 3}, {-1}});

        assertThat(SPARSITY.sums(table, tokens)).isDeepEqualTo(new float[][] {{20, 90, 40}, {-10, 0, -20}});
    }

    /** Token 1 has 2 (1, 2, 3) - 1 (4, 5, 6) = (-2, -1, 0), of which it stores the first and the last. */
    @Test
    void gradientOfACaseWorkedByHand() {
        Tokens tokens = Tokens.of(new int[][] {{1, 2}, {1}}, new float[][] {{2, 3}, {-1}});

        RowGradient gradient = SPARSITY.gradient(tokens, new float[][] {{1, 2, 3}, {4, 5, 6}});

        assertThat(gradient.size()).isEqualTo(2);
        assertThat(gradient.id(0)).isEqualTo(1);
        assertThat(gradient.row(0, new float[3])).startsWith(-2, 0);
        assertThat(gradient.id(1)).isEqualTo(2);
        assertThat(gradient.row(1, new float[3])).startsWith(6);
    }

    @Test
    void countsWhatIsStored() {
        assertThat(SPARSITY.size()).isEqualTo(3);
        assertThat(SPARSITY).hasToString("[3, 3] with 3 entries");
        assertThat(SPARSITY.zeros().shape()).isEqualTo(new TableShape(3, 3, 3));
        assertThat(SPARSITY)
                .isEqualTo(new Sparsity(3, new int[][] {{}, {0, 2}, {1}}))
                .isNotEqualTo(new Sparsity(3, new int[][] {{}, {0, 1}, {1}}));
    }

    @Test
    void aTableWithoutSomeEntriesIsTrainedCopiedAndRestored() {
        ParameterTable table = SPARSITY.zeros();
        AdamStep adam = new AdamStep(0.1, 0.9f, 0.999f, 1e-8f);
        Tokens tokens = Tokens.of(new int[][] {{1, 0}}, new float[][] {{1, 1}});
        table.step(SPARSITY.gradient(tokens, new float[][] {{1, 1, -1}}), adam).join();

        assertThat(table.row(1)[0]).isCloseTo(-0.1f, within(1e-4f));
        assertThat(table.row(1)[1]).isCloseTo(0.1f, within(1e-4f));
        ParameterTable restored = SPARSITY.zeros();
        restored.restore(table.state());
        ParameterTable copy = table.copy();
        for (ParameterTable one : new ParameterTable[] {table, restored, copy}) {
            one.step(SPARSITY.gradient(tokens, new float[][] {{1, 1, -1}}), adam)
                    .join();
        }
        assertThat(restored.rows()).isDeepEqualTo(table.rows());
        assertThat(copy.rows()).isDeepEqualTo(table.rows());
        assertThat(copy.shape()).isEqualTo(table.shape());
    }

    @Test
    void columnsThatDoNotAscendAreRefused() {
        assertRefused(new int[][] {{0}, {2, 1}}, "columns of row 1 must ascend from 0 to 2 but were [2, 1]");
        assertRefused(new int[][] {{1, 1}}, "columns of row 0 must ascend from 0 to 2 but were [1, 1]");
        assertRefused(new int[][] {{-1}}, "columns of row 0 must ascend from 0 to 2 but were [-1]");
        assertRefused(new int[][] {{3}}, "columns of row 0 must ascend from 0 to 2 but were [3]");
        assertRefused(new int[][] {}, "a sparse table must have rows and columns but was [0, 3]");
    }

    private static void assertRefused(int[][] columns, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sparsity(3, columns))
                .withMessage(message);
    }
}
