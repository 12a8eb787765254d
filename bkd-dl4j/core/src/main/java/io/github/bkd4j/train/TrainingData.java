package io.github.bkd4j.train;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.input.Inputs;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Encoded instances, their classes, and a teacher's logits. Instances without a label come last; only the teacher's
 * logits are learnt from them. Immutable.
 */
public final class TrainingData {

    private static final int NAMED = 5; // labels in a sentence

    private final Inputs inputs;
    private final int[] classes; // [instances with a label]
    private final ClassCounts counts;
    private final @Nullable Logits teacher; // [instances, classes]

    /**
     * Joins inputs, classes and logits of the same instances.
     *
     * @param inputs encoded instances
     * @param classes class index of each labelled instance, {@code [instances with a label]}; labelled instances come
     *     first
     * @param counts number of training instances per class
     * @param teacher the teacher's logits for the same instances over the same labels, or null
     * @throws IllegalArgumentException if there are more labels than instances, instances without a label but no
     *     teacher, if the teacher's logits differ in size or labels, or are not finite
     */
    public TrainingData(Inputs inputs, int[] classes, ClassCounts counts, @Nullable Logits teacher) {
        if (teacher == null ? classes.length != inputs.size() : classes.length > inputs.size()) {
            throw new IllegalArgumentException("classes must be " + (teacher == null ? "" : "at most ") + "["
                    + inputs.size() + "] but were [" + classes.length + "]");
        }
        if (teacher != null) {
            requireLabels(teacher.labels(), counts.labels());
            requireShape(teacher, inputs.size(), counts.classes());
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
        List<String> lacking = without(labels, known);
        List<String> besides = without(known, labels);
        if (!lacking.isEmpty() || !besides.isEmpty()) {
            throw new IllegalArgumentException("teacher must know the classes of the training split and no others, but"
                    + " lacked " + named(lacking) + " and had " + named(besides) + " besides");
        }
        for (int c = 0; c < labels.size(); c++) {
            if (!known.get(c).equals(labels.get(c))) {
                throw new IllegalArgumentException("teacher must know the classes of the training split in their order,"
                        + " but class " + c + " must be '" + labels.get(c) + "' and was '" + known.get(c) + "'");
            }
        }
    }

    private static List<String> without(List<String> labels, List<String> others) {
        Set<String> left = new LinkedHashSet<>(labels);
        others.forEach(left::remove);
        return List.copyOf(left);
    }

    private static String named(List<String> labels) {
        String some = labels.stream().limit(NAMED).collect(Collectors.joining("', '", "'", "'"));
        return labels.isEmpty()
                ? "none"
                : labels.size() <= NAMED ? some : some + " and " + (labels.size() - NAMED) + " more";
    }

    private static void requireFinite(Logits teacher) {
        for (int i = 0; i < teacher.size(); i++) {
            for (float logit : teacher.speaks(i) ? teacher.row(i) : new float[0]) {
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
