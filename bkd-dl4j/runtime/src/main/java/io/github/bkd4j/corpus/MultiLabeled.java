package io.github.bkd4j.corpus;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * An instance with its set of labels, which may be empty. Each label is kept as {@link Labeled} keeps one.
 *
 * @param <X> what is classified: a {@link String} for text
 * @param instance what is classified
 * @param labels names of its labels, each once, sorted by code unit
 */
public record MultiLabeled<X>(X instance, List<String> labels) {

    /**
     * Checks, sorts and copies the labels.
     *
     * @param instance see {@link MultiLabeled}
     * @param labels in any order; one that comes twice counts once
     * @throws IllegalArgumentException if a label is blank, or has a tab or a line end in it
     */
    public MultiLabeled {
        Objects.requireNonNull(instance, "instance");
        labels = labels.stream()
                .map(label -> new Labeled<>("", label).label())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Takes the labels of any collection.
     *
     * @param <X> what is classified
     * @param instance what is classified
     * @param labels in any order
     * @return the instance with its labels
     * @throws IllegalArgumentException if a label is blank, or has a tab or a line end in it
     */
    public static <X> MultiLabeled<X> of(X instance, Collection<String> labels) {
        return new MultiLabeled<>(instance, List.copyOf(labels));
    }
}
