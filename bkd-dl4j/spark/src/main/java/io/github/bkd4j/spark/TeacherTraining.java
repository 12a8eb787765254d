package io.github.bkd4j.spark;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/**
 * How an estimator gets its teacher for the labelled texts of a fit. {@link EncoderTeacher#of} trains one,
 * {@link #ready} takes one that is trained.
 */
@FunctionalInterface
public interface TeacherTraining {

    /**
     * A teacher, and what it says of the labelled texts.
     *
     * @param teacher over the labels of the training texts, in their order
     * @param logits one row per training text
     */
    record Taught(TeacherSource teacher, Logits logits) {}

    /**
     * Trains a teacher.
     *
     * @param session where the executors are
     * @param training the labelled texts
     * @param seed of everything random
     * @return the teacher
     */
    Taught teach(SparkSession session, Corpus<String> training, long seed);

    /**
     * Takes a teacher that was trained before: on labelled texts of the same classes, and, in a cross-validation, on
     * none that are left out.
     *
     * @param teacher asked for the labelled texts too, on the executors
     * @return what ignores the seed
     */
    static TeacherTraining ready(TeacherSource teacher) {
        Opener<Function<List<String>, float[][]>> opener = TeacherLabeler.opener(teacher);
        return (session, training, seed) -> new Taught(
                teacher, new Logits(teacher.labels(), TextFunction.onExecutors(session, training.instances(), opener)));
    }
}
