package io.github.bkd4j.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormatTest {

    @TempDir
    Path folder;

    @Test
    void everyFormatGivesTheSameCorpus() throws IOException {
        Corpus<String> tickets =
                CorpusTest.corpus("bug:it broke", "bug:schon wieder: \"kaputt\"", "refund:back, please");
        Files.writeString(folder.resolve("tickets.tsv"), """
                bug\tit broke
                bug\tschon wieder: "kaputt"
                refund\tback, please
                """);
        Files.writeString(folder.resolve("tickets.csv"), """
                text,label
                it broke,bug
                "schon wieder: ""kaputt\""",bug
                "back, please",refund
                """);
        Files.writeString(folder.resolve("tickets.jsonl"), """
                {"label": "bug", "text": "it broke"}
                {"label": "bug", "text": "schon wieder: \\"kaputt\\""}
                {"label": "refund", "text": "back, please"}
                """);
        new FolderFormatTest().write(folder, rows(tickets));
        assertThat(List.of("tickets.tsv", "tickets.csv", "tickets.jsonl", "tickets"))
                .allSatisfy(
                        name -> assertThat(Corpus.read(folder.resolve(name))).isEqualTo(tickets));
    }

    private static List<Labeled<String>> rows(Corpus<String> corpus) {
        return IntStream.range(0, corpus.size())
                .mapToObj(row -> new Labeled<>(
                        corpus.instances().get(row), corpus.labels().get(corpus.classOf(row))))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tickets.txt", "tickets.json", "tickets.gz", "tickets.tsv.zip", "tsv"})
    void refusesAnotherEnding(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "bug\tit broke\n");
        assertThatThrownBy(() -> Corpus.read(file))
                .isInstanceOf(CorpusException.class)
                .hasMessage(file + ": must end in .tsv, .csv or .jsonl, each also with .gz,"
                        + " or be a folder with a sub-folder per class");
    }

    @Test
    void saysFirstThatThereIsNoFile() {
        Path missing = folder.resolve("tickets.xlsx");
        assertThatThrownBy(() -> Corpus.read(missing))
                .isInstanceOf(CorpusException.class)
                .hasMessage(missing + ": no such file");
    }
}
