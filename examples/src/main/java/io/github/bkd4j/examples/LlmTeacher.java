package io.github.bkd4j.examples;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.teacher.CorpusLogits;
import io.github.bkd4j.teacher.LogitsFile;
import java.nio.file.Path;

/**
 * A student of a teacher that is not here: a large language model, say, that was asked for the probability of each
 * class of each training text. Its answers are {@code FILE.npy}, {@code [texts, classes]}, as {@code numpy.save} writes
 * it, and {@code FILE.npy.labels}, a class per line in the order of the columns; rows of sum 1, in the order of the
 * training file. For build and run commands see {@link OwnTsv}.
 */
public final class LlmTeacher {

    private LlmTeacher() {}

    /**
     * Runs the program.
     *
     * @param args a training file, a test file, and {@code FILE.npy} with the probabilities of the training texts
     */
    public static void main(String[] args) {
        Splits<String> splits = Splits.of(Corpus.read(Path.of(args[0])), Corpus.read(Path.of(args[1])));
        Path npy = Path.of(args[2]);

        CorpusLogits<String> teacher = LogitsFile.ofTexts(npy).asProbabilities(Temperature.of(1));
        Classifier<String> student = Distillation.builder(BagOfEmbeddings.subwords())
                .objective(Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999))
                        .withTempering(1.5))
                .epochs(Integer.getInteger("epochs", 20))
                .seed(1)
                .build()
                .distill(teacher, splits);

        System.out.println(
                Report.of(Evaluation.on(splits).of("student", student)).table());
        student.save(Path.of("target", "llm.bkd"));
    }
}
