package io.github.bkd4j.corpus;

import java.util.Random;
import java.util.SplittableRandom;

/** Random order within one class. It depends on the seed, the label and the rows: no other class has a say in it. */
final class ClassDraw {

    private ClassDraw() {}

    /** The rows of a class in random order, a fresh array. */
    static int[] shuffled(int[] rows, String label, long seed) {
        Random random = random(label, seed);
        int[] shuffled = rows.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int row = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = row;
        }
        return shuffled;
    }

    /**
     * {@link Random} because its sequence is specified, so that a split stays the same on every Java; its seed mixed.
     */
    private static Random random(String label, long seed) {
        long ofClass = seed ^ ((long) label.hashCode() << 32);
        return new Random(new SplittableRandom(ofClass).nextLong());
    }
}
