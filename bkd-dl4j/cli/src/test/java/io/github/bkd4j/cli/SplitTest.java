package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A corpus becomes files that the other commands read. */
class SplitTest {

    @TempDir
    private Path folder;

    @Test
    void eachClassIsInItsShareAndNoTextIsLost() throws IOException {
        Path data = folder.resolve("data.csv");
        List<String> lines = new ArrayList<>(List.of("text,label"));
        IntStream.range(0, 20).forEach(i -> lines.add("\"two\nlines " + i + "\",large"));
        IntStream.range(0, 10).forEach(i -> lines.add("a \"\"word\"\" " + i + ",small"));
        Files.write(data, lines);
        Path parts = folder.resolve("parts");

        Run run = Run.of("split", data, "--into", parts, "--test", 0.3, "--valid", 0.1)
                .done();

        assertThat(run.out().lines())
                .containsExactly(
                        parts.resolve("train.jsonl") + ": 18 texts",
                        parts.resolve("valid.jsonl") + ": 3 texts",
                        parts.resolve("test.jsonl") + ": 9 texts");
        Corpus<String> test = Corpus.read(parts.resolve("test.jsonl"));
        assertThat(test.counts().stream()).containsExactly(6L, 3L);
        List<Labeled<String>> all = new ArrayList<>();
        for (String part : SplitCommand.FILES) {
            all.addAll(rows(Corpus.read(parts.resolve(part))));
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(rows(Corpus.read(data)));
    }

    private static List<Labeled<String>> rows(Corpus<String> corpus) {
        return IntStream.range(0, corpus.size())
                .mapToObj(row -> new Labeled<>(
                        corpus.instances().get(row), corpus.labels().get(corpus.classOf(row))))
                .toList();
    }

    @Test
    void anotherSeedIsAnotherDrawAndTheSameSeedTheSame() throws IOException {
        Path data = Tickets.training(folder);
        List<String> texts = new ArrayList<>();
        for (int seed : new int[] {1, 1, 2}) {
            Run.of("split", data, "--into", folder, "--seed", seed).done();
            texts.add(Files.readString(folder.resolve("test.jsonl")));
        }
        assertThat(texts.get(1)).isEqualTo(texts.get(0)).isNotEqualTo(texts.get(2));
        assertThat(folder.resolve("valid.jsonl")).doesNotExist();
    }

    @Test
    void noPartOfAnEarlierSplitStaysBesideThisOne() throws IOException {
        Path data = Tickets.training(folder);
        Path parts = folder.resolve("parts");
        Run.of("split", data, "--into", parts, "--valid", 0.2).done();
        Path other = Files.writeString(parts.resolve("other.jsonl"), "kept");

        Run run = Run.of("split", data, "--into", parts, "--seed", 2).done();

        assertThat(run.out().lines())
                .contains(parts.resolve("valid.jsonl") + ": removed; this split has no such part")
                .hasSize(3);
        assertThat(parts.resolve("valid.jsonl")).doesNotExist();
        assertThat(other).exists();
        assertThat(Run.of("split", data, "--into", parts, "--test", 0).done().out())
                .contains(parts.resolve("test.jsonl") + ": removed; this split has no such part");
        assertThat(parts.resolve("test.jsonl")).doesNotExist();
    }

    @Test
    void setsOfLabelsStaySets() throws IOException {
        Path data = Files.writeString(
                folder.resolve("data.jsonl"),
                "{\"labels\": [\"a\", \"b\"], \"text\": \"one\"}\n{\"labels\": [], \"text\": \"two\"}\n".repeat(5));

        Run.of("split", data, "--into", folder, "--test", 0.4).done();

        MultiLabelCorpus<String> training = MultiLabelCorpus.read(folder.resolve("train.jsonl"));
        assertThat(training.size()).isEqualTo(6);
        assertThat(training.labels()).containsExactly("a", "b");
    }

    @Test
    void refusesWhatLeavesNothingToTrainOnOrWritesOverTheCorpus() throws IOException {
        Path data = Files.writeString(folder.resolve("train.jsonl"), "{\"label\": \"a\", \"text\": \"one\"}\n");
        Run.of("split", data, "--into", folder.resolve("x"), "--test", 0.6, "--valid", 0.4)
                .refused("--test and --valid must be >= 0 and leave texts to train on but were 0.6 and 0.4");
        Run.of("split", data, "--into", folder).refused("--into must not write over DATA but would replace " + data);
        assertThat(data).content().contains("one");
    }
}
