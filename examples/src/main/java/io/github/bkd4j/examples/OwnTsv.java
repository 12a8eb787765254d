package io.github.bkd4j.examples;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.Classification;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.teacher.Teacher;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * Your own TSV from end to end: trains a teacher, a student with balanced knowledge distillation and the same student
 * with cross-entropy, prints a table of the three, saves a model, and loads it again to classify a text. From the root:
 *
 * <pre>{@code
 * mvn -q -DskipTests -pl examples -am package
 * java -cp "examples/target/classes:$(cat examples/target/dependencies.classpath)" io.github.bkd4j.examples.OwnTsv your.tsv
 * }</pre>
 */
public final class OwnTsv {

    private static final BagOfEmbeddings LARGE = BagOfEmbeddings.small().withDimension(256);
    private static final BagOfEmbeddings SMALL = BagOfEmbeddings.small();

    private OwnTsv() {}

    /**
     * Runs the program.
     *
     * @param args path of a TSV file, label and text per line; by default 600 support tickets that come with the
     *     program
     * @throws URISyntaxException never
     */
    public static void main(String[] args) throws URISyntaxException {
        Corpus<String> tickets = Corpus.read(args.length > 0 ? Path.of(args[0]) : shipped());
        Splits<String> splits = tickets.split(0.7, 0.0, 0.3, 7);

        Objective crossEntropy = Objectives.crossEntropy();
        Objective balanced = Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999));
        Teacher<String> teacher = Teacher.of("bag", plan(LARGE, crossEntropy).train(splits));
        Classifier<String> student = plan(SMALL, balanced).distill(teacher, splits);
        Classifier<String> alone = plan(SMALL, crossEntropy).train(splits);

        Evaluation<String> evaluation = Evaluation.on(splits)
                .of("teacher", teacher)
                .of("student, cross-entropy", alone)
                .of("student, balanced distillation", student);
        System.out.println(Report.of(evaluation).table());

        Path model = Path.of("target", "tickets.bkd");
        student.save(model);
        Classification answer = TextClassifier.load(model).classify("my parcel never came");
        System.out.printf(Locale.ROOT, "%nmy parcel never came: %s %.2f%n", answer.label(), answer.probability());
    }

    private static Distillation<String> plan(BagOfEmbeddings network, Objective objective) {
        return Distillation.builder(network)
                .objective(objective)
                .epochs(20)
                .seed(7)
                .build();
    }

    private static Path shipped() throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(OwnTsv.class.getResource("/tickets.tsv")).toURI());
    }
}
