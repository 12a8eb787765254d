package io.github.bkd4j.cli;

import io.github.bkd4j.model.Classification;
import io.github.bkd4j.model.TextClassifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Classifies texts, one a line. */
@Command(
        name = "classify",
        description = {"Classify texts, one a line: prints label<TAB>probability<TAB>text for each.", ""},
        footerHeading = "%nExamples%n",
        footer = {
            "  bkd classify tickets.bkd new-texts.txt",
            "  bkd classify tickets.bkd new-texts.txt --unknown unclear",
            "  echo 'my parcel never came' | bkd classify tickets.bkd",
            Manual.EXIT
        })
final class ClassifyCommand implements Callable<Integer> {

    private static final String ANSWER = "%s\t%.4f\t%s%n";
    private static final int BATCH = 256; // lines answered together

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model that 'bkd distill' wrote.")
    private Path model = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            arity = "0..1",
            description = "A UTF-8 file with one text a line, or - for standard input (the default).")
    private Path file = Path.of("-");

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
    public Integer call() throws IOException {
        TextLines.check(file);
        TextClassifier classifier = TextClassifier.load(model);
        PrintWriter out = spec.commandLine().getOut();
        try (TextLines lines = TextLines.open(file)) {
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

    private void print(PrintWriter out, TextClassifier classifier, List<String> texts) {
        List<Classification> answers = classifier.classify(texts);
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            Classification answer = answers.get(i);
            asked++;
            if (classifier.hasKnownToken(text)) {
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
}
