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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            "  bkd classify tickets.bkd new-texts.txt --unknown unclear",
            "  bkd classify tickets.bkd mail.csv --text-column subject,body",
            "  echo 'my parcel never came' | bkd classify tickets.bkd",
            Manual.EXIT
        })
final class ClassifyCommand implements Callable<Integer> {

    private static final String ANSWER = "%s\t%.4f\t%s%n";
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

    @ArgGroup(validate = false, heading = ColumnOptions.HEADING, order = ColumnOptions.ORDER)
    private ColumnOptions columns = new ColumnOptions();

    @Option(
            names = "--unknown",
            paramLabel = "LABEL",
            description =
                    "What to print as the label of a text that has nothing the model has learnt, with probability "
                            + "0. Default: the most probable class all the same, which is a guess.")
    private @Nullable String unknown;

    private long asked;
    private long guessed;
    private long firstGuess;

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
                print(out, classifier, texts);
                texts = lines.next(BATCH);
            }
        }
        if (guessed > 0) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            Locale.ROOT,
                            "bkd: texts that have nothing the model has learnt, whose class is a guess: %,d of %,d, the "
                                    + "first in line %d%n",
                            guessed,
                            asked,
                            firstGuess);
        }
        return 0;
    }

    private TextReader open() {
        return file.equals(STANDARD_INPUT)
                ? TextReader.of("standard input", System.in)
                : TextReader.open(file, columns.columns());
    }

    private void print(PrintWriter out, TextClassifier classifier, List<String> texts) {
        List<Classification> answers = classifier.classify(texts);
        for (int i = 0; i < texts.size(); i++) {
            String text = oneLine(texts.get(i));
            Classification answer = answers.get(i);
            asked++;
            if (classifier.hasKnownToken(texts.get(i))) {
                out.printf(Locale.ROOT, ANSWER, answer.label(), answer.probability(), text);
            } else {
                firstGuess = guessed++ == 0 ? asked : firstGuess;
                out.printf(
                        Locale.ROOT,
                        ANSWER,
                        unknown == null ? answer.label() : unknown,
                        unknown == null ? answer.probability() : 0,
                        text);
            }
        }
        out.flush();
    }

    /** What goes in and what comes out pair line by line. */
    private static String oneLine(String text) {
        return LINE_ENDS.matcher(text).replaceAll(" ");
    }
}
