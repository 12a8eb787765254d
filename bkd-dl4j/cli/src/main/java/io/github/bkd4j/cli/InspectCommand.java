package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.report.Inspection;
import io.github.bkd4j.report.MultiLabelInspection;
import io.github.bkd4j.text.Tokenizer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how long the tail of a corpus is, and what is wrong with its texts. */
@Command(
        name = "inspect",
        description = {
            "Show the classes of a corpus, how many texts each has, and how long the tail is; duplicates, texts with "
                    + "several labels, lengths and vocabulary; with a test set, what training has seen of it. Of texts with sets "
                    + "of labels: labels per text, imbalance per label, and labels that occur together.",
            ""
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  bkd inspect tickets.tsv",
            "  bkd inspect tickets.tsv --test held-out.tsv --report page",
            "  bkd inspect topics.csv --label-separator /",
            "  bkd inspect mail.csv --label-column queue --text-column subject,body",
            Manual.DATA,
            Manual.EXIT
        })
final class InspectCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DATA", description = "The corpus.")
    private Path data = Path.of("");

    @Option(names = "--test", paramLabel = "DATA", description = "Texts that are kept for the end.")
    private @Nullable Path test;

    @ArgGroup(validate = false, heading = ColumnOptions.HEADING, order = ColumnOptions.ORDER)
    private ColumnOptions columns = new ColumnOptions();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Also write a page with plots, inspection.html, here.")
    private @Nullable Path report;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (columns.haveLabelSets(data)) {
            inspectLabelSets();
            return 0;
        }
        Inspection inspection = Inspection.of(
                Corpus.read(data, columns.columns()), Tokenizer.standard().words());
        if (test != null) {
            inspection = inspection.against(Corpus.read(test, columns.columns()));
        }
        print(inspection.table(), inspection::writeHtml);
        return 0;
    }

    private void inspectLabelSets() {
        MultiLabelInspection inspection = MultiLabelInspection.of(
                columns.readLabelSets(data), Tokenizer.standard().words());
        if (test != null) {
            inspection = inspection.against(columns.readLabelSets(test));
        }
        print(inspection.table(), inspection::writeHtml);
    }

    private void print(String table, Consumer<Path> page) {
        if (report != null) {
            Path file = report.resolve("inspection.html");
            page.accept(file);
            spec.commandLine().getErr().println("wrote " + file);
        }
        spec.commandLine().getOut().println(table);
    }
}
