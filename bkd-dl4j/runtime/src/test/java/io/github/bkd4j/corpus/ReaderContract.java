package io.github.bkd4j.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every reader of labelled texts does, with rows that are made to trip it. */
abstract class ReaderContract {

    @TempDir
    Path folder;

    /** Writes rows, given in order of their labels, in the reader's format. */
    abstract Path write(Path folder, List<Labeled<String>> rows) throws IOException;

    Corpus<String> read(Path path) {
        return Corpus.read(path);
    }

    List<String> hostileLabels() {
        return List.of("#comment", "label", "late, very \"late\"", "null", "{}", "ärger 🤬", "مشكلة");
    }

    static Stream<String> hostileTexts() {
        return Stream.of(
                "🤬👩‍👩‍👧‍👦",
                "\u202Eمرحبا\u202C שלום",
                "nul \0 inside",
                "a,b;c|d",
                "\"quoted\" and \"\"twice\"\"",
                "'single'",
                "back\\slash \\n \\t \\u0041",
                "# no comment",
                "{\"text\": \"json\"}",
                "=1+1",
                "null",
                "line\u2028and paragraph\u2029separator",
                "next\u0085line",
                "byte order \uFEFF mark",
                "\uFFFD replacement",
                "e\u0301 combining",
                "\uDBFF\uDFFF last code point",
                "no\u00A0break",
                "x");
    }

    @Test
    void readsHostileTextsAsTheyAre() throws IOException {
        assertReadsBack(hostileTexts().map(text -> new Labeled<>(text, "bug")).toList());
    }

    @Test
    void readsHostileLabelsAsTheyAre() throws IOException {
        assertReadsBack(hostileLabels().stream()
                .map(label -> new Labeled<>("text", label))
                .toList());
    }

    @Test
    void readsALineOfTenMegabytes() throws IOException {
        assertReadsBack(List.of(new Labeled<>("ten bytes ".repeat(1_000_000).strip(), "bug")));
    }

    @Test
    void readsMultiByteCharactersAcrossBufferEdges() throws IOException {
        assertReadsBack(IntStream.range(0, 4)
                .mapToObj(shift -> new Labeled<>("x".repeat(shift) + "🤬".repeat(50_000), "bug"))
                .toList());
    }

    @Test
    void stripsLabelsAndTexts() throws IOException {
        Path path = write(
                folder,
                List.of(
                        new Labeled<>(" \u2003\u00a0\u0085it broke\u202f ", " bug "),
                        new Labeled<>("back ", "refund")));
        assertThat(read(path)).isEqualTo(CorpusTest.corpus("bug:it broke", "refund:back"));
    }

    @Test
    void readsOneClass() throws IOException {
        assertReadsBack(List.of(new Labeled<>("it broke", "bug")));
    }

    @Test
    void refusesBlankText() throws IOException {
        Path path = write(folder, List.of(new Labeled<>(" \u2003\u00a0 ", "bug")));
        assertThatThrownBy(() -> read(path))
                .isInstanceOf(CorpusException.class)
                .hasMessageStartingWith(path.toString())
                .hasMessageEndingWith(": text must not be blank");
    }

    private void assertReadsBack(List<Labeled<String>> rows) throws IOException {
        Path path = write(folder, rows);
        assertThat(read(path)).isEqualTo(Corpus.of(rows));
        assertThat(Corpus.read(path)).isEqualTo(Corpus.of(rows));
    }
}
