package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.report.Report;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores a model on a test set. */
@Command(
        name = "evaluate",
        description = "Score a model on a test set, on the head and on the tail.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "MODEL", description = "A model that 'bkd distill' wrote.")
    private Path model = Path.of("");

    @Option(names = "--test", required = true, paramLabel = "DATA", description = "The test set.")
    private Path test = Path.of("");

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures to this file.")
    private @Nullable Path json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Corpus<String> corpus = Corpus.read(test);
        TextClassifier classifier = TextClassifier.load(model);
        String name = String.valueOf(model.getFileName());
        Report report =
                Report.of(Evaluation.on(corpus, classifier.trainingCounts()).of(name, classifier));
        if (json != null) {
            report.writeJson(json);
        }
        spec.commandLine().getOut().println(report.table());
        return 0;
    }
}
