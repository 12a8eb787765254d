package io.github.bkd4j.train;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.input.Inputs;
import org.jspecify.annotations.Nullable;

/**
 * Encoded instances, their classes, and a teacher's logits. Instances without a label come last; only the teacher's
 * logits are learnt from them. Immutable.
 */
public final class TrainingData {

    private final Inputs inputs;
    private final Truth truth; // of the instances with a label
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
     *     teacher, if the teacher's logits differ in size, or are not finite
     * @throws io.github.bkd4j.corpus.CorpusException if the teacher's logits are over other classes
     */
    public TrainingData(Inputs inputs, int[] classes, ClassCounts counts, @Nullable Logits teacher) {
        this(inputs, new Truth.OneClass(classes.clone()), counts, teacher);
    }

    private TrainingData(Inputs inputs, Truth truth, ClassCounts counts, @Nullable Logits teacher) {
        if (teacher == null ? truth.size() != inputs.size() : truth.size() > inputs.size()) {
            throw new IllegalArgumentException("classes must be " + (teacher == null ? "" : "at most ") + "["
                    + inputs.size() + "] but were [" + truth.size() + "]");
        }
        if (teacher != null) {
            teacher.requireClassesOf(counts.labels());
            requireShape(teacher, inputs.size(), counts.classes());
            requireFinite(teacher);
        }
        this.inputs = inputs;
        this.truth = truth;
        this.counts = counts;
        this.teacher = teacher;
    }

    /**
     * The same for sets of labels.
     *
     * @param inputs encoded instances
     * @param sets labels of each labelled instance, {@code [instances with labels][labels of the instance]}; labelled
     *     instances, also those with an empty set, come first
     * @param counts number of training instances that have each label
     * @param teacher the teacher's logits for the same instances over the same labels, or null
     * @return the data
     * @throws IllegalArgumentException as the constructor does
     * @throws io.github.bkd4j.corpus.CorpusException if the teacher's logits are over other labels
     */
    public static TrainingData ofLabelSets(Inputs inputs, int[][] sets, ClassCounts counts, @Nullable Logits teacher) {
        return new TrainingData(inputs, new Truth.LabelSets(sets.clone(), counts.classes()), counts, teacher);
    }

    private static void requireShape(Logits teacher, int instances, int classes) {
        if (teacher.size() != instances || teacher.labels().size() != classes) {
            throw new IllegalArgumentException("teacher logits must be [" + instances + ", " + classes + "] but were ["
                    + teacher.size() + ", " + teacher.labels().size() + "]");
        }
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

    Truth truth() {
        return truth;
    }

    ClassCounts counts() {
        return counts;
    }

    @Nullable Logits teacher() {
        return teacher;
    }
}
