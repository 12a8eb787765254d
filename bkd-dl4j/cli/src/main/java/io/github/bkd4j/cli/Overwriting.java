package io.github.bkd4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Files that a command would write over what it reads, also under another name or through a link. */
final class Overwriting {

    private static final Pattern TEACHER = Pattern.compile("(?:model|logits|probabilities):(.+)", Pattern.DOTALL);

    /** What the value of an option makes be written. */
    private static final Map<String, Function<Path, Stream<Path>>> OUTPUTS = Map.of(
            "--out", file -> Stream.of(file, Card.beside(file)),
            "--logits", file -> Stream.of(file, beside(file, ".labels"), beside(file, ".json")),
            "--json", Stream::of,
            "--into", folder -> SplitCommand.FILES.stream().map(folder::resolve),
            "--report",
                    folder -> Stream.of(
                                    "report.html",
                                    "inspection.html",
                                    "report.md",
                                    "results.csv",
                                    "class-size.svg",
                                    "differences.json",
                                    "differences.csv")
                            .map(folder::resolve));

    private Overwriting() {}

    /** A file of an option or argument. */
    private record Named(String name, Path path) {}

    /** Why a command must not run; empty if it may. */
    static Optional<InputException> refusal(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        List<Named> inputs = new ArrayList<>();
        List<Named> outputs = new ArrayList<>();
        for (ArgSpec arg : last.matchedArgs()) {
            String name = arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
            Function<Path, Stream<Path>> written = OUTPUTS.get(name);
            files(name, arg).forEach(file -> {
                if (written == null) {
                    inputs.add(new Named(name, file));
                } else {
                    written.apply(file).forEach(output -> outputs.add(new Named(name, output)));
                }
            });
        }
        return outputs.stream()
                .flatMap(output -> inputs.stream()
                        .filter(input -> isWrittenOver(input.path(), output.path()))
                        .map(input -> new InputException(
                                output.name(),
                                "must not write over " + input.name() + " but would replace " + output.path())))
                .findFirst();
    }

    /** The files that an argument names. */
    private static Stream<Path> files(String name, ArgSpec arg) {
        Object value = arg.getValue();
        if (value instanceof Path path) {
            return Stream.of(path);
        }
        if (value instanceof Collection<?> several) {
            return several.stream().filter(Path.class::isInstance).map(Path.class::cast);
        }
        if (name.equals("--vectors") || name.equals("--prior")) {
            return path(String.valueOf(value)).stream();
        }
        Matcher teacher = TEACHER.matcher(name.equals("--teacher") ? String.valueOf(value) : "");
        return teacher.matches()
                ? path(teacher.group(1)).stream()
                        .flatMap(file -> Stream.of(file, beside(file, ".labels"), beside(file, ".json")))
                : Stream.empty();
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty(); // refused where it is read
        }
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** Whether they are one file; of a corpus in a folder, whether the output is a text of one of its classes. */
    private static boolean isWrittenOver(Path input, Path output) {
        try {
            return Files.exists(output)
                    && Files.exists(input)
                    && !Files.isDirectory(output)
                    && Files.isSameFile(input, Files.isDirectory(input) ? folderOfClasses(output) : output);
        } catch (IOException e) {
            return false; // refused where it is read or written
        }
    }

    private static Path folderOfClasses(Path text) throws IOException {
        Path folder = text.toRealPath().getParent();
        Path classes = folder == null ? null : folder.getParent();
        return classes == null ? text : classes;
    }
}
