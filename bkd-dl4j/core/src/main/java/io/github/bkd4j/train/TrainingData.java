package io.github.bkd4j.train;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.input.Inputs;
import java.util.List;
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
     * @throws IllegalArgumentException if sizes or labels differ, or the teacher's logits are not finite
     */
    public TrainingData(Inputs inputs, int[] classes, ClassCounts counts, @Nullable Logits teacher) {
        if (classes.length != inputs.size()) {
            throw new IllegalArgumentException(
                    "classes must be [" + inputs.size() + "] but were [" + classes.length + "]");
        }
        if (teacher != null) {
            requireShape(teacher, classes.length, counts.classes());
            requireLabels(teacher.labels(), counts.labels());
            requireFinite(teacher);
        }
        this.inputs = inputs;
        this.classes = classes.clone();
        this.counts = counts;
        this.teacher = teacher;
    }

    private static void requireShape(Logits teacher, int instances, int classes) {
        if (teacher.size() != instances || teacher.labels().size() != classes) {
            throw new IllegalArgumentException("teacher logits must be [" + instances + ", " + classes + "] but were ["
                    + teacher.size() + ", " + teacher.labels().size() + "]");
        }
    }

    private static void requireLabels(List<String> known, List<String> labels) {
        for (int c = 0; c < labels.size(); c++) {
            if (!known.get(c).equals(labels.get(c))) {
                throw new IllegalArgumentException("teacher must know the classes of the training split in their order,"
                        + " but class " + c + " must be '" + labels.get(c) + "' and was '" + known.get(c) + "'");
            }
        }
    }

    private static void requireFinite(Logits teacher) {
        for (int i = 0; i < teacher.size(); i++) {
            for (float logit : teacher.row(i)) {
                if (!Float.isFinite(logit)) {
                    throw new IllegalArgumentException(
                            "teacher logits must be finite but one of instance " + i + " was " + logit);
                }
            }
        }
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
