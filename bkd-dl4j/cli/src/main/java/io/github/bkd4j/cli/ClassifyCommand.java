package io.github.bkd4j.cli;

import io.github.bkd4j.model.Classification;
import io.github.bkd4j.model.TextClassifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        description = "Classify texts, one a line: prints label<TAB>probability<TAB>text.",
        mixinStandardHelpOptions = true)
final class ClassifyCommand implements Callable<Integer> {

    private static final int BATCH = 256; // lines answered together

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model that 'bkd distill' wrote.")
    private Path model = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = "-",
            description = "A UTF-8 file with one text a line, or - for standard input (the default).")
    private String file = "-";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        requireFile();
        TextClassifier classifier = TextClassifier.load(model);
        long line = 0;
        try (BufferedReader reader = reader()) {
            for (List<String> texts = next(reader); !texts.isEmpty(); texts = next(reader)) {
                print(texts, classifier.classify(texts));
                line += texts.size();
            }
        } catch (CharacterCodingException e) {
            throw new InputException(name() + ": must be UTF-8 but was not, after line " + line);
        }
        return 0;
    }

    private void requireFile() {
        if (!file.equals("-") && !Files.isRegularFile(Path.of(file))) {
            throw new InputException(file + ": no such file");
        }
    }

    private String name() {
        return file.equals("-") ? "standard input" : file;
    }

    private BufferedReader reader() throws IOException {
        return file.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8.newDecoder()))
                : Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8);
    }

    private static List<String> next(BufferedReader reader) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            texts.add(text);
            if (texts.size() == BATCH || !reader.ready()) {
                break; // answer what is there before waiting for more
            }
        }
        return texts;
    }

    private void print(List<String> texts, List<Classification> answers) {
        PrintWriter out = spec.commandLine().getOut();
        for (int i = 0; i < texts.size(); i++) {
            out.printf(
                    Locale.ROOT,
                    "%s\t%.4f\t%s%n",
                    answers.get(i).label(),
                    answers.get(i).probability(),
                    texts.get(i));
        }
        out.flush();
    }
}
