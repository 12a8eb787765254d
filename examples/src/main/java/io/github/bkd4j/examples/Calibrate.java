package io.github.bkd4j.examples;

import io.github.bkd4j.corpus.Columns;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Abstention;
import io.github.bkd4j.evaluate.AbstentionGoal;
import io.github.bkd4j.evaluate.HeldOut;
import io.github.bkd4j.evaluate.Scores;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.model.TextClassifier;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Calibrates a saved model on held-out labelled texts, chooses its threshold for abstaining again, for calibration
 * drops the old one, and saves the result. Prints the calibration error before and after. Arguments: the model, the
 * texts (label and text per line), the file to write.
 */
public final class Calibrate {

    private Calibrate() {}

    /**
     * Runs the program.
     *
     * @param args a model that {@code bkd distill} wrote; labelled texts that it has not learnt from; the new model
     */
    public static void main(String[] args) {
        TextClassifier student = TextClassifier.load(Path.of(args[0]));
        Corpus<String> validation = Corpus.read(Path.of(args[1]), Columns.standard()); // columns "label" and "text"
        Path file = Path.of(args[2]);

        student.calibrated(validation).save(file);

        TextClassifier calibrated = TextClassifier.load(file);
        HeldOut<String> heldOut = new HeldOut<>(validation, calibrated.predict(validation.instances()));
        Abstention threshold = Abstention.choose(AbstentionGoal.of("precision=0.9"), heldOut.predictions());
        calibrated.withAbstention(threshold).save(file);

        System.out.printf(
                Locale.ROOT, "ECE %.3f before, %.3f after%n", ece(student, validation), ece(calibrated, validation));
        System.out.printf(Locale.ROOT, "answers from a probability of %.3f%n", threshold.threshold());
    }

    private static double ece(Classifier<String> classifier, Corpus<String> corpus) {
        return Scores.of(classifier.predict(corpus.instances()), corpus, classifier.trainingCounts())
                .ece();
    }
}
