package io.github.bkd4j.study;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.teacher.CorpusLogits;
import io.github.bkd4j.teacher.Teacher;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What students learn from.
 *
 * @param system its name in tables
 * @param logits for the training texts
 * @param teacher predicts for any text; empty where a file has the training texts alone
 * @param seconds wall-clock time that its training took, 0 if it was not trained here
 * @param parameters number of its trained parameters, if that is known
 */
public record TrainedTeacher(
        String system,
        CorpusLogits<String> logits,
        Optional<Teacher<String>> teacher,
        double seconds,
        OptionalLong parameters) {

    /** A teacher that predicts for any text; it labels the training texts now. */
    static TrainedTeacher of(String system, Teacher<String> teacher, Corpus<String> training) {
        Teacher<String> remembering = teacher.remembering();
        Logits predicted = remembering.predict(training.instances());
        predicted.requireClassesOf(training.labels());
        OptionalLong parameters =
                teacher.classifier().stream().mapToLong(Classifier::parameters).findFirst();
        return new TrainedTeacher(
                system, CorpusLogits.of(teacher.name(), training, predicted), Optional.of(remembering), 0, parameters);
    }

    /** The same with the time that its training took until now. */
    TrainedTeacher since(long start) {
        return new TrainedTeacher(system, logits, teacher, (System.nanoTime() - start) / 1e9, parameters);
    }

    /**
     * Adds its scores to an evaluation, if it can predict for the test set.
     *
     * @param evaluation that has no result of this name
     * @param seed of its training
     * @return the evaluation with at most one more result
     */
    public Evaluation<String> scored(Evaluation<String> evaluation, long seed) {
        if (teacher.isEmpty()) {
            return evaluation;
        }
        return parameters.isEmpty()
                ? evaluation.of(system, teacher.get())
                : evaluation.of(system, seed, teacher.get(), seconds, parameters.getAsLong());
    }
}
