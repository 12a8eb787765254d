package io.github.bkd4j.corpus;

/**
 * The parts of a study of instances with sets of labels. Their labels may differ where they come from files of their
 * own.
 *
 * @param <X> what is classified: a {@link String} for text
 * @param train what is learned from, at least one instance
 * @param validation what choices are made on; empty if there is none
 * @param test what results are reported on; empty if there is none
 */
public record MultiLabelSplits<X>(MultiLabelCorpus<X> train, MultiLabelCorpus<X> validation, MultiLabelCorpus<X> test) {

    /**
     * Checks that there is something to learn from.
     *
     * @param train see {@link MultiLabelSplits}
     * @param validation see {@link MultiLabelSplits}
     * @param test see {@link MultiLabelSplits}
     * @throws IllegalArgumentException if {@code train} has no instance
     */
    public MultiLabelSplits {
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
    public static <X> MultiLabelSplits<X> of(MultiLabelCorpus<X> train, MultiLabelCorpus<X> test) {
        return new MultiLabelSplits<>(train, train.rows(new int[0]), test);
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
    public static <X> MultiLabelSplits<X> of(
            MultiLabelCorpus<X> train, MultiLabelCorpus<X> validation, MultiLabelCorpus<X> test) {
        return new MultiLabelSplits<>(train, validation, test);
    }
}
