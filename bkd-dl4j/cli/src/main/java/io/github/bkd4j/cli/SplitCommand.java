package io.github.bkd4j.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusCheck;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabelSplits;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.io.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deals the texts of a corpus into files to train and to test on. */
@Command(
        name = "split",
        description = {
            "Deal the texts of a corpus at random into files to train, to validate and to test on, each class in its "
                    + "share. A class too small for that stays in training as a whole. Sets of labels are dealt by "
                    + "iterative stratification.",
            ""
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  bkd split tickets.csv --into parts",
            "  bkd split tickets.csv --into parts --test 0.3 --valid 0.1",
            "  bkd distill --train parts/train.jsonl --test parts/test.jsonl --out tickets.bkd",
            Manual.DATA,
            Manual.EXIT
        })
final class SplitCommand implements Callable<Integer> {

    /** The files that are written into the folder. */
    static final List<String> FILES = List.of("train.jsonl", "valid.jsonl", "test.jsonl");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(paramLabel = "DATA", description = "The corpus.")
    private Path data = Path.of("");

    @Option(
            names = "--into",
            required = true,
            paramLabel = "DIR",
            description = "Folder for train.jsonl, test.jsonl and, with --valid, valid.jsonl; files of these names are "
                    + "replaced, or removed where this split has no such part.")
    private Path folder = Path.of("");

    @Option(
            names = "--test",
            paramLabel = "SHARE",
            description = "Share of the texts to test on, >= 0; default ${DEFAULT-VALUE}.")
    private double test = 0.2;

    @Option(
            names = "--valid",
            paramLabel = "SHARE",
            description = "Share of the texts to validate on, >= 0; default ${DEFAULT-VALUE}.")
    private double valid = 0;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Of the draw, any whole number; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @ArgGroup(validate = false, heading = ColumnOptions.HEADING, order = ColumnOptions.ORDER)
    private ColumnOptions columns = new ColumnOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!(test >= 0 && valid >= 0 && test + valid < 1)) {
            throw new InputException(
                    "--test and --valid must be >= 0 and leave texts to train on but were " + test + " and " + valid);
        }
        if (columns.haveLabelSets(data)) {
            MultiLabelSplits<String> splits = columns.readLabelSets(data).split(train(), valid, test, seed);
            write(FILES.get(0), splits.train());
            write(FILES.get(1), splits.validation());
            write(FILES.get(2), splits.test());
        } else {
            Splits<String> splits = Corpus.read(data, columns.columns()).split(train(), valid, test, seed);
            CorpusCheck.warnings(splits)
                    .forEach(warning -> spec.commandLine().getErr().println("bkd: " + warning));
            write(FILES.get(0), splits.train());
            write(FILES.get(1), splits.validation());
            write(FILES.get(2), splits.test());
        }
        return 0;
    }

    private double train() {
        return 1 - valid - test;
    }

    private void write(String name, Corpus<String> part) {
        write(name, part.instances(), "label", row -> part.labels().get(part.classOf(row)));
    }

    private void write(String name, MultiLabelCorpus<String> part) {
        write(
                name,
                part.instances(),
                "labels",
                row -> IntStream.of(part.labelsOf(row))
                        .mapToObj(part.labels()::get)
                        .toList());
    }

    private void write(String name, List<String> texts, String field, IntFunction<Object> labels) {
        Path file = folder.resolve(name);
        if (texts.isEmpty()) {
            remove(file);
            return;
        }
        AtomicFile.write(file, out -> {
            for (int row = 0; row < texts.size(); row++) {
                Map<String, Object> line = new LinkedHashMap<>(Map.of(field, labels.apply(row)));
                line.put("text", texts.get(row));
                out.write((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
        spec.commandLine()
                .getOut()
                .printf(Locale.ROOT, "%s: %,d %s%n", file, texts.size(), texts.size() == 1 ? "text" : "texts");
    }

    /** A part of an earlier split may hold texts that this one trains on. */
    private void remove(Path file) {
        if (AtomicFile.delete(file)) {
            spec.commandLine().getOut().println(file + ": removed; this split has no such part");
        }
    }
}
