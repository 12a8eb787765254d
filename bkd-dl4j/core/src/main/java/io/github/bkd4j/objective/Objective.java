package io.github.bkd4j.objective;

import io.github.bkd4j.corpus.ClassCounts;
import java.util.List;

/** What a network is trained for: the recipe that becomes a loss once the training split's class counts are known. */
public interface Objective {

    /**
     * A short name for tables and file names.
     *
     * @return such as {@code bkd}
     */
    String name();

    /**
     * Whether a teacher's logits are needed.
     *
     * @return false for objectives on hard labels alone
     */
    boolean needsTeacher();

    /**
     * Whether the logits must be cosines, from a cosine-normalised output layer.
     *
     * @return true for margin losses; unless overridden false
     */
    default boolean needsCosines() {
        return false;
    }

    /**
     * The losses of a training run, one after the other.
     *
     * @param counts instances of each class in the training split
     * @param epochs length of the run, at least 1
     * @return at least one phase; the first begins at epoch 0, the others later, in order
     */
    List<Phase> phases(ClassCounts counts, int epochs);
}
