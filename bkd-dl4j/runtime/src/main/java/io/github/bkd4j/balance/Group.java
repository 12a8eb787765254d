package io.github.bkd4j.balance;

import java.util.Locale;

/** Groups of classes for which results on long-tailed data are reported; see {@link Partition}. */
public enum Group {
    /** More than 100 training instances. */
    MANY,
    /** From 20 to 100 training instances. */
    MEDIUM,
    /** Fewer than 20 training instances. */
    FEW,
    /** The third of the classes that has the most training instances. */
    HEAD,
    /** The third of the classes between head and tail. */
    MIDDLE,
    /** The third of the classes that has the fewest training instances. */
    TAIL;

    /**
     * Its name in tables and files.
     *
     * @return a word in lower case: {@code many}
     */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
