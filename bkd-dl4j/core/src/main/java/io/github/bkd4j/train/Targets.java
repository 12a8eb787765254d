package io.github.bkd4j.train;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.loss.Phase;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The label rows of one phase, made once: one-hot labels, and beside them what the loss wants of the teacher. Rows of
 * zeros say nothing: the labels of an instance that has none, the soft targets where the teacher is silent. The labels
 * that there are then count for more, so that the mean over a batch stays, on average, a mean over those with a label.
 */
final class Targets {

    private final int[] classes; // [instances with a label]
    private final float labelled; // what a label counts
    private final int classCount;
    private final float @Nullable [][] teacher; // [instances][classes]

    /** With a teacher beside the student in the graph, the labels alone. */
    Targets(Phase phase, TrainingData data, boolean teacherInGraph) {
        this.classes = data.classes();
        this.labelled = (float) data.inputs().size() / classes.length;
        this.classCount = data.counts().classes();
        this.teacher = phase.loss().needsTeacher() && !teacherInGraph ? softTargets(phase, data.teacher()) : null;
    }

    private static float[][] softTargets(Phase phase, @Nullable Logits logits) {
        if (logits == null) {
            throw new IllegalArgumentException(phase.loss().name() + " must have a teacher's logits but had none");
        }
        float[][] targets = new float[logits.size()][];
        for (int i = 0; i < targets.length; i++) {
            if (!logits.speaks(i)) {
                targets[i] = new float[logits.labels().size()];
                continue;
            }
            targets[i] = phase.beside(logits.row(i));
        }
        return targets;
    }

    /** Labels for some rows, [rows, classes] or [rows, 2 classes]. */
    INDArray labels(int[] rows) {
        int width = teacher == null ? classCount : 2 * classCount;
        float[] labels = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] < classes.length) {
                labels[i * width + classes[rows[i]]] = labelled;
            }
            if (teacher != null) {
                System.arraycopy(teacher[rows[i]], 0, labels, i * width + classCount, classCount);
            }
        }
        return Nd4j.create(labels, new int[] {rows.length, width}, 'c');
    }
}
