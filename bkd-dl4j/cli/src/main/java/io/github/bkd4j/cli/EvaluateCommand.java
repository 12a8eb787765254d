package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.report.Report;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores a model on a test set. */
@Command(
        name = "evaluate",
        description = {
            "Score a model on a test set, over all classes and over groups of classes.",
            "",
            "Balanced accuracy is the mean recall over the classes. Groups are defined by the number "
                    + "of training texts: many > 100, medium 20 to 100, few < 20; head, middle and tail are "
                    + "the thirds of the classes from most to fewest texts. ECE is the expected calibration "
                    + "error: how far the probabilities deviate from the accuracy.",
            ""
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  bkd evaluate tickets.bkd --test held-out.tsv",
            "  bkd evaluate tickets.bkd --test held-out.tsv --report page",
            Manual.DATA,
            Manual.EXIT
        })
final class EvaluateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "MODEL", description = "A model that 'bkd distill' wrote.")
    private Path model = Path.of("");

    @Option(
            names = "--test",
            required = true,
            paramLabel = "DATA",
            description = "Labelled texts that the model has not seen.")
    private Path test = Path.of("");

    @ArgGroup(validate = false, heading = ColumnOptions.HEADING, order = ColumnOptions.ORDER)
    private ColumnOptions columns = new ColumnOptions();

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the scores to this file.")
    private @Nullable Path json;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Also write a page with plots, report.html, to this folder.")
    private @Nullable Path page;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Corpus<String> corpus = Corpus.read(test, columns.columns());
        TextClassifier classifier = TextClassifier.load(model);
        String name = String.valueOf(model.getFileName());
        Evaluation<String> evaluation =
                Evaluation.on(corpus, classifier.trainingCounts()).of(name, classifier, classifier.parameters());
        Report report = Report.of(evaluation);
        if (json != null) {
            report.writeJson(json);
        }
        if (page != null) {
            Path file = page.resolve("report.html");
            report.titled(name).withProvenance(provenance(classifier, corpus)).writeHtml(file);
            spec.commandLine().getErr().println("wrote " + file);
        }
        evaluation.warnings().forEach(warning -> spec.commandLine().getErr().println("bkd: " + warning));
        spec.commandLine().getOut().println(report.figures(name));
        return 0;
    }

    private Map<String, String> provenance(TextClassifier classifier, Corpus<String> corpus) {
        Map<String, String> entries =
                new LinkedHashMap<>(classifier.provenance().entries());
        entries.put("test data", test.toString());
        entries.put("test fingerprint", corpus.fingerprint());
        return entries;
    }
}
