package io.github.bkd4j.input;

import io.github.bkd4j.io.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Groups rows into batches of similar length, so that little padding is needed. */
public final class Batches {

    // Batches sorted together: enough for similar lengths, few enough to keep the order random.
    private static final int BUCKET = 50;

    private Batches() {}

    /**
     * Batches for training. Blocks of 50 batches are sorted by length and cut, then all batches are shuffled.
     *
     * @param inputs the encoded instances
     * @param order rows in the order in which a sampler drew them; a row may occur more than once
     * @param batchSize rows per batch, at least 1; the last batch may be smaller
     * @param seed of the shuffle
     * @return the batches of one epoch, which together hold every row of {@code order}
     * @throws IllegalArgumentException if the batch size is less than 1
     */
    public static List<int[]> shuffled(Inputs inputs, int[] order, int batchSize, long seed) {
        Checks.atLeast("batch size", 1, batchSize);
        List<int[]> batches = new ArrayList<>();
        int bucket = (int) Math.min(order.length, (long) BUCKET * batchSize);
        for (int start = 0; start < order.length; start += bucket) {
            int end = Math.min(order.length, start + bucket);
            batches.addAll(byLength(inputs, Arrays.copyOfRange(order, start, end), batchSize));
        }
        Collections.shuffle(batches, new Random(seed));
        return batches;
    }

    /**
     * Batches for inference: all rows, the shortest first.
     *
     * @param inputs the encoded instances
     * @param batchSize rows per batch, at least 1
     * @return batches that hold every row exactly once
     * @throws IllegalArgumentException if the batch size is less than 1
     */
    public static List<int[]> sorted(Inputs inputs, int batchSize) {
        Checks.atLeast("batch size", 1, batchSize);
        int[] rows = new int[inputs.size()];
        Arrays.setAll(rows, row -> row);
        return byLength(inputs, rows, batchSize);
    }

    private static List<int[]> byLength(Inputs inputs, int[] rows, int batchSize) {
        int[] sorted = Arrays.stream(rows)
                .boxed()
                .sorted(Comparator.comparingInt(inputs::length))
                .mapToInt(Integer::intValue)
                .toArray();
        List<int[]> batches = new ArrayList<>();
        for (int start = 0; start < sorted.length; start += batchSize) {
            batches.add(Arrays.copyOfRange(sorted, start, Math.min(sorted.length, start + batchSize)));
        }
        return batches;
    }
}
