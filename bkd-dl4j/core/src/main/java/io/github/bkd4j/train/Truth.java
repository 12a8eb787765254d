package io.github.bkd4j.train;

import java.util.Arrays;

/** What is known of the instances that have a label; they come first. */
sealed interface Truth {

    /** Number of instances that have a label. */
    int size();

    /** What a sampler tells instances apart by, [instances that have a label]. */
    int[] classes();

    /** Writes the labels of a row, at or beyond {@link #size} those of an instance without, into zeros. */
    void write(int row, float[] target, int at);

    /** One class per instance: one-hot; all 0 for an instance without a label. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record OneClass(int[] classes) implements Truth {

        @Override
        public int size() {
            return classes.length;
        }

        @Override
        public void write(int row, float[] target, int at) {
            if (row < classes.length) {
                target[at + classes[row]] = 1;
            }
        }
    }

    /** A set of labels per instance: 1 present, 0 absent; all -1 for an instance of which nothing is known. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record LabelSets(int[][] sets, int labels) implements Truth {

        @Override
        public int size() {
            return sets.length;
        }

        @Override
        public int[] classes() {
            return new int[sets.length]; // all alike
        }

        @Override
        public void write(int row, float[] target, int at) {
            if (row < sets.length) {
                for (int label : sets[row]) {
                    target[at + label] = 1;
                }
            } else {
                Arrays.fill(target, at, at + labels, -1);
            }
        }
    }
}
