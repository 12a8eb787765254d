package io.github.bkd4j.train;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.input.Inputs;
import org.jspecify.annotations.Nullable;

/** Encoded instances, their classes, and what a teacher thinks of them. Immutable. */
public final class TrainingData {

    private final Inputs inputs;
    private final int[] classes; // [instances]
    private final ClassCounts counts;
    private final @Nullable Logits teacher; // [instances, classes]

    /**
     * Joins what belongs together.
     *
     * @param inputs encoded instances
     * @param classes position of each instance's class, {@code [instances]}
     * @param counts instances of each class
     * @param teacher the teacher's logits for the same instances over the same labels, or null
     * @throws IllegalArgumentException if sizes or labels differ
     */
    public TrainingData(Inputs inputs, int[] classes, ClassCounts counts, @Nullable Logits teacher) {
        if (classes.length != inputs.size()) {
            throw new IllegalArgumentException(
                    "classes must be [" + inputs.size() + "] but were [" + classes.length + "]");
        }
        if (teacher != null
                && (teacher.size() != classes.length || !teacher.labels().equals(counts.labels()))) {
            throw new IllegalArgumentException("teacher logits must be [" + classes.length + ", " + counts.classes()
                    + "] over the labels of the training split but were [" + teacher.size() + ", "
                    + teacher.labels().size() + "]");
        }
        this.inputs = inputs;
        this.classes = classes.clone();
        this.counts = counts;
        this.teacher = teacher;
    }

    Inputs inputs() {
        return inputs;
    }

    int[] classes() {
        return classes;
    }

    ClassCounts counts() {
        return counts;
    }

    @Nullable Logits teacher() {
        return teacher;
    }
}
