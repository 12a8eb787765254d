package io.github.bkd4j.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchesTest {

    /** Rows that are known by nothing but their lengths. */
    private record Lengths(List<Integer> lengths) implements Inputs {

        static Lengths random(long seed, int size) {
            return new Lengths(new Random(seed).ints(size, 1, 100).boxed().toList());
        }

        @Override
        public int size() {
            return lengths.size();
        }

        @Override
        public int length(int row) {
            return lengths.get(row);
        }

        @Override
        public Features features(int... rows) {
            throw new UnsupportedOperationException("batches are cut by length alone");
        }
    }

    private static int[] flat(List<int[]> batches) {
        return batches.stream().flatMapToInt(Arrays::stream).toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void trainingBatchesHoldTheDrawnRows(long seed) {
        Random random = new Random(seed);
        Inputs inputs = Lengths.random(seed, 1 + random.nextInt(500));
        int[] order = random.ints(random.nextInt(1000), 0, inputs.size()).toArray();
        int batchSize = 1 + random.nextInt(8);

        List<int[]> batches = Batches.shuffled(inputs, order, batchSize, seed);

        assertThat(Arrays.stream(flat(batches)).sorted())
                .containsExactlyElementsOf(Arrays.stream(order).sorted().boxed().toList());
        assertThat(batches).hasSize((order.length + batchSize - 1) / batchSize);
        assertThat(batches.stream().filter(batch -> batch.length < batchSize).count())
                .isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void inferenceBatchesHoldEveryRowOnceTheShortOnesFirst(long seed) {
        Inputs inputs = Lengths.random(seed, new Random(seed).nextInt(500));

        int[] rows = flat(Batches.sorted(inputs, 7));

        assertThat(Arrays.stream(rows).sorted())
                .containsExactlyElementsOf(
                        IntStream.range(0, inputs.size()).boxed().toList());
        assertThat(Arrays.stream(rows).map(inputs::length)).isSorted();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rowsOfLikeLengthShareABatch(long seed) {
        Inputs inputs = Lengths.random(seed, 4000);
        int[] order = IntStream.range(0, 4000).toArray();

        double padded = Batches.shuffled(inputs, order, 32, seed).stream()
                .mapToInt(batch -> batch.length
                        * Arrays.stream(batch).map(inputs::length).max().orElse(0))
                .sum();

        assertThat(padded / Arrays.stream(order).map(inputs::length).sum()).isBetween(1.0, 1.1);
    }

    @Test
    void batchesComeInAnOrderThatTheSeedDecides() {
        Inputs inputs = Lengths.random(1, 1000);
        int[] order = IntStream.range(0, 1000).toArray();

        int[] rows = flat(Batches.shuffled(inputs, order, 16, 7));

        assertThat(flat(Batches.shuffled(inputs, order, 16, 7))).isEqualTo(rows);
        assertThat(flat(Batches.shuffled(inputs, order, 16, 8))).isNotEqualTo(rows);
        assertThat(Arrays.stream(rows).map(inputs::length).boxed().toList())
                .isNotEqualTo(
                        Arrays.stream(rows).map(inputs::length).sorted().boxed().toList());
    }

    @Test
    void rowsStayNearWhereTheSamplerDrewThem() {
        Inputs inputs = Lengths.random(1, 1000);
        int[] order = IntStream.range(0, 1000).toArray();

        assertThat(Batches.shuffled(inputs, order, 2, 7))
                .allSatisfy(batch -> assertThat(batch[0] / 100).isEqualTo(batch[1] / 100));
    }

    @Test
    void theOrderIsLeftAsItIs() {
        int[] order = {2, 0, 1};
        Batches.shuffled(new Lengths(List.of(3, 2, 1)), order, 2, 7);
        assertThat(order).containsExactly(2, 0, 1);
    }

    @Test
    void aBatchMayBeLargerThanAllRows() {
        Inputs inputs = new Lengths(List.of(3, 2, 1));

        assertThat(Batches.shuffled(inputs, new int[] {0, 1, 2}, Integer.MAX_VALUE, 7))
                .containsExactly(new int[] {2, 1, 0});
        assertThat(Batches.sorted(inputs, Integer.MAX_VALUE)).containsExactly(new int[] {2, 1, 0});
    }

    @Test
    void aBatchOfNothingIsRefused() {
        Inputs inputs = new Lengths(List.of(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Batches.sorted(inputs, 0))
                .withMessage("batch size must be >= 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Batches.shuffled(inputs, new int[] {0}, -1, 7))
                .withMessage("batch size must be >= 1 but was -1");
    }
}
