package io.github.bkd4j.corpus;

import io.github.bkd4j.io.Checks;

/**
 * How many instances each class keeps in a corpus cut to a long tail, as published for CIFAR-LT (Cui et al. 2019; Cao
 * et al. 2019). Classes are ranked by their size, rank 0 the largest. The imbalance factor is that of the largest class
 * over the smallest: published code states its inverse, 0.01 where this says 100.
 */
public sealed interface LongTail {

    /**
     * The size of a class, as far as it has so many instances.
     *
     * @param rank of the class, from 0 for the largest
     * @param classes number of classes, &gt;= 1
     * @param largest size of the largest class before the cut, &gt;= 1; in a balanced corpus instances / classes, which
     *     may be a fraction
     * @return at least 1; fractions are cut off
     */
    int size(int rank, int classes, double largest);

    /**
     * Sizes that fall exponentially from the largest class's own.
     *
     * @param imbalanceFactor finite, &gt;= 1
     * @return the profile
     * @throws IllegalArgumentException if the factor is out of range
     */
    static LongTail exponential(double imbalanceFactor) {
        return new Exponential(imbalanceFactor);
    }

    /**
     * Sizes that fall exponentially from a given one: for a corpus that has a long tail already.
     *
     * @param largest size of the class of rank 0, &gt;= 1
     * @param imbalanceFactor finite, &gt;= 1
     * @return the profile
     * @throws IllegalArgumentException if a value is out of range
     */
    static LongTail exponential(int largest, double imbalanceFactor) {
        return new ExponentialFrom(largest, imbalanceFactor);
    }

    /**
     * A head of large classes and a tail of small ones, half of the classes each.
     *
     * @param imbalanceFactor finite, &gt;= 1
     * @return the profile
     * @throws IllegalArgumentException if the factor is out of range
     */
    static LongTail step(double imbalanceFactor) {
        return new Step(imbalanceFactor, 0.5);
    }

    /**
     * Sizes that fall exponentially from the largest class's own: largest x factor^(-rank / (classes - 1)).
     *
     * @param imbalanceFactor finite, &gt;= 1
     */
    record Exponential(double imbalanceFactor) implements LongTail {

        /**
         * Checks the factor.
         *
         * @param imbalanceFactor see {@link Exponential}
         * @throws IllegalArgumentException if the factor is out of range
         */
        public Exponential {
            requireFactor(imbalanceFactor);
        }

        @Override
        public int size(int rank, int classes, double largest) {
            double position = rank / Math.max(1.0, classes - 1); // 0 at the head, 1 at the end of the tail
            return atLeastOne(largest / Math.pow(imbalanceFactor, position));
        }
    }

    /**
     * Sizes that fall exponentially from a given one, whatever the largest class has.
     *
     * @param largest size of the class of rank 0, &gt;= 1
     * @param imbalanceFactor finite, &gt;= 1
     */
    record ExponentialFrom(int largest, double imbalanceFactor) implements LongTail {

        /**
         * Checks both values.
         *
         * @param largest see {@link ExponentialFrom}
         * @param imbalanceFactor see {@link ExponentialFrom}
         * @throws IllegalArgumentException if a value is out of range
         */
        public ExponentialFrom {
            Checks.atLeast("largest", 1, largest);
            requireFactor(imbalanceFactor);
        }

        @Override
        public int size(int rank, int classes, double ignored) {
            return new Exponential(imbalanceFactor).size(rank, classes, largest);
        }
    }

    /**
     * A head that keeps the largest class's size and a tail cut to that size / factor. There is at least one class in
     * each; where the tail's share of an odd number of classes is not whole it is rounded, half up.
     *
     * @param imbalanceFactor finite, &gt;= 1
     * @param tailShare share of the classes that are tail, &gt; 0 and &lt; 1
     */
    record Step(double imbalanceFactor, double tailShare) implements LongTail {

        /**
         * Checks both values.
         *
         * @param imbalanceFactor see {@link Step}
         * @param tailShare see {@link Step}
         * @throws IllegalArgumentException if a value is out of range
         */
        public Step {
            requireFactor(imbalanceFactor);
            if (!(tailShare > 0 && tailShare < 1)) {
                throw new IllegalArgumentException("tail share must be > 0 and < 1 but was " + tailShare);
            }
        }

        @Override
        public int size(int rank, int classes, double largest) {
            long tail = Math.max(1, Math.round(tailShare * classes));
            boolean inTail = rank >= Math.max(1, classes - tail);
            return atLeastOne(inTail ? largest / imbalanceFactor : largest);
        }
    }

    private static int atLeastOne(double size) {
        return Math.max(1, (int) size);
    }

    private static void requireFactor(double imbalanceFactor) {
        if (!(imbalanceFactor >= 1 && Double.isFinite(imbalanceFactor))) {
            throw new IllegalArgumentException("imbalance factor must be finite and >= 1 but was " + imbalanceFactor);
        }
    }
}
