package io.github.bkd4j.train;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.loss.LogitLoss;
import io.github.bkd4j.objective.Phase;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The label rows of one phase, computed once: one-hot labels, followed by the columns that the loss needs from the
 * teacher. Missing labels, and missing soft targets where the teacher is silent, are rows of zeros.
 */
final class Targets {

    private final int[] classes; // [instances with a label]
    private final int classCount;
    private final float @Nullable [][] teacher; // [instances][columns]

    /**
     * Builds the rows for the {@link LogitLoss#cached} form of a loss. Where the teacher runs beside the student in the
     * graph, they hold the labels only.
     */
    Targets(Phase phase, TrainingData data, boolean teacherInGraph) {
        this.classes = data.classes();
        this.classCount = data.counts().classes();
        if (teacherInGraph
                && data.inputs().size() > classes.length
                && !phase.unlabelled().equals(phase.loss())) {
            throw new IllegalArgumentException(
                    "unlabelled instances of a student with augmentation must have the loss of"
                            + " the labelled ones but had another tempering");
        }
        this.teacher = phase.loss().needsTeacher() && !teacherInGraph ? softTargets(phase, data.teacher()) : null;
    }

    private float[][] softTargets(Phase phase, @Nullable Logits logits) {
        LogitLoss loss = phase.loss();
        if (logits == null) {
            throw new IllegalArgumentException(loss.cached().name() + " must have a teacher's logits but had none");
        }
        float[][] targets = new float[logits.size()][];
        float[] silence = new float[loss.beside(new float[logits.labels().size()]).length];
        for (int i = 0; i < targets.length; i++) {
            LogitLoss own = i < classes.length ? loss : phase.unlabelled();
            targets[i] = logits.speaks(i) ? own.beside(logits.row(i)) : silence;
        }
        return targets;
    }

    /** Label rows of a batch, one-hot labels followed by the teacher's columns, [rows, classes + columns]. */
    INDArray labels(int[] rows) {
        int columns = teacher == null ? 0 : teacher[0].length;
        int width = classCount + columns;
        float[] labels = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] < classes.length) {
                labels[i * width + classes[rows[i]]] = 1;
            }
            if (teacher != null) {
                System.arraycopy(teacher[rows[i]], 0, labels, i * width + classCount, columns);
            }
        }
        return Nd4j.create(labels, new int[] {rows.length, width}, 'c');
    }
}
