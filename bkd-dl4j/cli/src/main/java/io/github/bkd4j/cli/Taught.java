package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.teacher.CorpusLogits;
import io.github.bkd4j.teacher.Teacher;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What students learn from.
 *
 * @param system its name in tables
 * @param logits about the training texts
 * @param teacher who can be asked about any text; empty for a file
 * @param key everything that its answers depend on besides the corpus asked about
 * @param seconds wall-clock time that its training took, 0 if it was not trained here
 * @param parameters what was trained of it, if that is known
 */
record Taught(
        String system,
        CorpusLogits<String> logits,
        Optional<Teacher<String>> teacher,
        String key,
        double seconds,
        OptionalLong parameters) {

    /** A teacher that can be asked about any text; it is asked about the training texts now. */
    static Taught of(
            String system,
            Teacher<String> teacher,
            Corpus<String> training,
            String key,
            double seconds,
            OptionalLong parameters) {
        Teacher<String> remembering = teacher.remembering();
        return new Taught(
                system, CorpusLogits.of(remembering, training), Optional.of(remembering), key, seconds, parameters);
    }

    /** What it says of a corpus; of the training texts, what the students learn from. */
    Logits about(Corpus<String> asked, Corpus<String> training) {
        return asked.equals(training) || teacher.isEmpty()
                ? logits.about(asked)
                : teacher.get().predict(asked.instances());
    }

    /** Adds its scores to an evaluation, if it can be asked about the test set. */
    Evaluation<String> scored(Evaluation<String> evaluation, long seed) {
        if (teacher.isEmpty()) {
            return evaluation;
        }
        return parameters.isEmpty()
                ? evaluation.of(system, teacher.get())
                : evaluation.of(system, seed, teacher.get(), seconds, parameters.getAsLong());
    }
}
