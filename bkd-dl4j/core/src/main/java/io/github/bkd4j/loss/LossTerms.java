package io.github.bkd4j.loss;

/**
 * What a loss is made of, each term as it enters the sum (factors such as alpha T^2 included).
 *
 * @param hard the term on the hard labels
 * @param distillation the term on the teacher's soft targets; 0 where there is none
 */
public record LossTerms(double hard, double distillation) {

    /** No loss at all. */
    public static final LossTerms ZERO = new LossTerms(0, 0);

    /**
     * The loss.
     *
     * @return the sum of the terms
     */
    public double total() {
        return hard + distillation;
    }

    /**
     * Adds another instance or batch.
     *
     * @param other what to add
     * @return the sums, term by term
     */
    public LossTerms plus(LossTerms other) {
        return new LossTerms(hard + other.hard, distillation + other.distillation);
    }

    /**
     * Scales every term.
     *
     * @param factor what to multiply by
     * @return the products, term by term
     */
    public LossTerms times(double factor) {
        return new LossTerms(factor * hard, factor * distillation);
    }
}
