package io.github.bkd4j.balance;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Every instance once. */
record ShuffleSampler() implements Sampler {

    @Override
    public int[] epoch(int[] classes, int classCount, int epoch, int epochs, long seed) {
        SplittableRandom random = EpochRandom.of(seed, epoch, epochs);
        int[] rows = IntStream.range(0, classes.length).toArray();
        for (int left = rows.length; left > 1; left--) {
            swap(rows, left - 1, random.nextInt(left));
        }
        return rows;
    }

    private static void swap(int[] rows, int i, int j) {
        int row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
    }
}
