package io.github.bkd4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The Java of README.md and docs is code that is compiled and run: each block is an excerpt of a program or a test,
 * apart from white space, and from {@code file("NAME")}, which pages call {@code Path.of("NAME")}. And each link
 * between pages leads somewhere.
 */
class PagesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\R(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#: ]*)(?:#([^)]*))?\\)");

    @TestFactory
    Stream<DynamicTest> everyBlockOfJavaIsAnExcerpt() {
        String sources = files(".java", "examples", "bkd-dl4j/spark/src/test")
                .map(file -> dense(read(file)))
                .map(code -> code.replace("file(\"", "Path.of(\""))
                .collect(Collectors.joining("\n"));
        List<DynamicTest> tests = new ArrayList<>();
        pages().forEach(page -> BLOCK.matcher(read(page))
                .results()
                .forEach(block -> tests.add(DynamicTest.dynamicTest(
                        ROOT.relativize(page) + ": "
                                + block.group(1).lines().findFirst().orElse(""),
                        () -> assertThat(foundOf(block.group(1), sources)).isEqualTo(block.group(1))))));
        assertThat(tests).hasSizeGreaterThan(20);
        return tests.stream();
    }

    /** As many lines from the start of a block as the sources have together. */
    private static String foundOf(String block, String sources) {
        String found = "";
        for (String line : block.lines().toList()) {
            if (!sources.contains(dense(found + line))) {
                return found;
            }
            found += line + "\n";
        }
        return found;
    }

    @Test
    void everyLinkBetweenPagesLeadsSomewhere() {
        List<String> dead = pages().flatMap(page -> LINK.matcher(read(page))
                        .results()
                        .filter(link -> isDead(page, link.group(1), link.group(2)))
                        .map(link -> ROOT.relativize(page) + ": " + link.group()))
                .toList();
        assertThat(dead).isEmpty();
    }

    private static boolean isDead(Path page, String link, @Nullable String heading) {
        Path target = link.isEmpty() ? page : page.resolveSibling(link);
        return Files.notExists(target) || (heading != null && headings(target).noneMatch(heading::equals));
    }

    /** The headings of a page as links name them. */
    private static Stream<String> headings(Path page) {
        return read(page)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));
    }

    private static Stream<Path> pages() {
        return Stream.concat(
                Stream.of("README.md", "CONTRIBUTING.md", "examples/README.md").map(ROOT::resolve),
                files(".md", "docs"));
    }

    private static Stream<Path> files(String ending, String... folders) {
        return Stream.of(folders).flatMap(folder -> {
            try (Stream<Path> found = Files.walk(ROOT.resolve(folder))) {
                return found.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String dense(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
