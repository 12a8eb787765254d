package io.github.bkd4j.cli;

import io.github.bkd4j.model.Classification;
import io.github.bkd4j.model.TextClassifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Classifies texts, one a line. */
@Command(
        name = "classify",
        description = {"Classify texts, one a line: prints label<TAB>probability<TAB>text for each.", ""},
        footerHeading = "%nExamples%n",
        footer = {
            "  bkd classify tickets.bkd new-texts.txt",
            "  echo 'my parcel never came' | bkd classify tickets.bkd",
            Manual.EXIT
        })
final class ClassifyCommand implements Callable<Integer> {

    private static final int BATCH = 256; // lines answered together

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model that 'bkd distill' wrote.")
    private Path model = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            arity = "0..1",
            description = "A UTF-8 file with one text a line, or - for standard input (the default).")
    private Path file = Path.of("-");

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
                print(out, texts, classifier.classify(texts));
                texts = lines.next(BATCH);
            }
        }
        return 0;
    }

    private static void print(PrintWriter out, List<String> texts, List<Classification> answers) {
        for (int i = 0; i < texts.size(); i++) {
            Classification answer = answers.get(i);
            out.printf(Locale.ROOT, "%s\t%.4f\t%s%n", answer.label(), answer.probability(), texts.get(i));
        }
        out.flush();
    }
}
