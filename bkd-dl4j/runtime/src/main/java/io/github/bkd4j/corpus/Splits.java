package io.github.bkd4j.corpus;

/**
 * The parts of a study. Their labels may differ where they come from files of their own: what training does not know
 * cannot be predicted, and evaluation says so.
 *
 * @param <X> what is classified: a {@link String} for text
 * @param train what is learned from, at least one instance
 * @param validation what choices are made on; empty if there is none
 * @param test what results are reported on; empty if there is none
 */
public record Splits<X>(Corpus<X> train, Corpus<X> validation, Corpus<X> test) {

    /**
     * Checks that there is something to learn from.
     *
     * @param train see {@link Splits}
     * @param validation see {@link Splits}
     * @param test see {@link Splits}
     * @throws IllegalArgumentException if {@code train} has no instance
     */
    public Splits {
        if (train.size() == 0) {
            throw new IllegalArgumentException("train must have at least one instance but had none");
        }
    }

    /**
     * Takes parts that were split already, without validation.
     *
     * @param <X> what is classified
     * @param train what is learned from, at least one instance
     * @param test what results are reported on
     * @return the parts, validation empty
     * @throws IllegalArgumentException if {@code train} has no instance
     */
    public static <X> Splits<X> of(Corpus<X> train, Corpus<X> test) {
        return new Splits<>(train, train.rows(new int[0]), test);
    }

    /**
     * Takes parts that were split already.
     *
     * @param <X> what is classified
     * @param train what is learned from, at least one instance
     * @param validation what choices are made on
     * @param test what results are reported on
     * @return the parts
     * @throws IllegalArgumentException if {@code train} has no instance
     */
    public static <X> Splits<X> of(Corpus<X> train, Corpus<X> validation, Corpus<X> test) {
        return new Splits<>(train, validation, test);
    }
}
