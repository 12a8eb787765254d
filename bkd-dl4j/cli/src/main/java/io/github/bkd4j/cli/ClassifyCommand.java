package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.TextReader;
import io.github.bkd4j.model.Classification;
import io.github.bkd4j.model.TextClassifier;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Classifies texts, one per line. */
@Command(
        name = "classify",
        description = {
            "Classify texts, one per line or row: prints label<TAB>probability<TAB>text for each, in one line, line ends "
                    + "in it as blanks.",
            ""
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  bkd classify tickets.bkd new-texts.txt",
            "  bkd classify tickets.bkd mail.csv --text-column subject,body",
            "  echo 'my parcel never came' | bkd classify tickets.bkd",
            Manual.EXIT
        })
final class ClassifyCommand implements Callable<Integer> {

    private static final int BATCH = 256; // lines answered together
    private static final Path STANDARD_INPUT = Path.of("-");
    private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n]+");

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model that 'bkd distill' wrote.")
    private Path model = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            arity = "0..1",
            description =
                    "A UTF-8 file with one text per line, also .gz; or .tsv, .csv or .jsonl, of which the text column is "
                            + "classified; or - for standard input, one text per line (the default).")
    private Path file = STANDARD_INPUT;

    @Mixin
    private ColumnOptions columns = new ColumnOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (TextReader lines = open()) {
            TextClassifier classifier = TextClassifier.load(model);
            List<String> texts = lines.next(BATCH);
            while (!texts.isEmpty() && !out.checkError()) { // nobody reads on: the rest need no answer
                print(out, texts, classifier.classify(texts));
                texts = lines.next(BATCH);
            }
        }
        return 0;
    }

    private TextReader open() {
        return file.equals(STANDARD_INPUT)
                ? TextReader.of("standard input", System.in)
                : TextReader.open(file, columns.columns());
    }

    private static void print(PrintWriter out, List<String> texts, List<Classification> answers) {
        for (int i = 0; i < texts.size(); i++) {
            Classification answer = answers.get(i);
            out.printf(Locale.ROOT, "%s\t%.4f\t%s%n", answer.label(), answer.probability(), oneLine(texts.get(i)));
        }
        out.flush();
    }

    /** What goes in and what comes out pair line by line. */
    private static String oneLine(String text) {
        return LINE_ENDS.matcher(text).replaceAll(" ");
    }
}
