package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command reads stays as it is. */
class OverwritingTest {

    private static final String CONTENT = "a\tone\nb\ttwo\n";

    @TempDir
    private Path folder;

    private Path data;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        data = Files.writeString(folder.resolve("data.tsv"), CONTENT);
        out = folder.resolve("m.bkd");
    }

    private void refused(String output, Path path, String input, Object... line) throws IOException {
        Run.of(line).refused(output + " must not write over " + input + " but would replace " + path);
        assertThat(data).hasContent(CONTENT);
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.endsWith("m.bkd"))).isEmpty();
        }
    }

    @Test
    void anOutputIsNoneOfTheInputs() throws IOException {
        Path other = Files.writeString(folder.resolve("other.tsv"), CONTENT);
        refused("--out", data, "--train", "distill", "--train", data, "--out", data);
        refused("--out", data, "--valid", "distill", "--train", other, "--valid", data, "--out", data);
        refused("--logits", data, "--train", "teach", "--train", data, "--logits", data);
        refused("--logits", data, "--of", "teach", "--train", other, "--of", data, "--logits", data);
        refused("--out", data, "--train", "tune", "--train", data, "--out", data);
        refused("--json", data, "--test", "compare", "--train", other, "--test", data, "--json", data);
        refused("--json", data, "--test", "evaluate", other, "--test", data, "--json", data);
        refused("--out", data, "MODEL", "calibrate", data, "--valid", other, "--out", data);
        refused("--out", data, "--prior", "calibrate", other, "--prior", data, "--out", data);
        refused("--json", data, "MODEL", "evaluate", data, "--test", other, "--json", data);
        refused("--out", data, "--vectors", "distill", "--train", other, "--vectors", data, "--out", data);
        refused("--out", data, "--unlabelled", "distill", "--train", other, "--unlabelled", data, "--out", data);
    }

    @Test
    void underNoOtherName() throws IOException {
        Path spelled = folder.resolve("x").resolve("..").resolve("data.tsv");
        Files.createDirectory(folder.resolve("x"));
        refused("--out", spelled, "--train", "distill", "--train", data, "--out", spelled);
        Path link = Files.createSymbolicLink(folder.resolve("link.tsv"), data);
        refused("--out", link, "--train", "distill", "--train", data, "--out", link);
        refused("--out", data, "--train", "distill", "--train", link, "--out", data);
        Path hard = Files.createLink(folder.resolve("hard.tsv"), data);
        refused("--out", hard, "--train", "distill", "--train", data, "--out", hard);
    }

    @Test
    void whatIsWrittenBesideAnOutputIsNoInputEither() throws IOException {
        Path card = Files.writeString(folder.resolve("m.card.md"), CONTENT);
        refused("--out", card, "--unlabelled", "distill", "--train", data, "--unlabelled", card, "--out", out);
        Path page = Files.createDirectory(folder.resolve("page"));
        Path results = Files.writeString(page.resolve("results.csv"), "label,text\na,one\nb,two\n");
        refused("--report", results, "--test", "compare", "--train", data, "--test", results, "--report", page);
        Path labels = Files.writeString(folder.resolve("l.npy.labels"), "a\nb\n");
        refused(
                "--out",
                labels,
                "--teacher",
                "distill",
                "--train",
                data,
                "--teacher",
                "logits:" + folder.resolve("l.npy"),
                "--out",
                labels);
    }

    @Test
    void aPlanAndATeacherAreInputs() throws IOException {
        Path plan = Tickets.write(folder.resolve("plan.yaml"), List.of("out: data.tsv"));
        Run.of("distill", "--plan", plan, "--train", data)
                .refused(plan + ":1: --out must not write over --train but would replace " + data);
        Files.writeString(plan, "epochs: 2\n");
        refused("--out", plan, "--plan", "distill", "--plan", plan, "--train", data, "--out", plan);
        Path model = Files.writeString(folder.resolve("teacher.bkd"), "a model");
        refused("--out", model, "--teacher", "distill", "--train", data, "--teacher", "model:" + model, "--out", model);
    }

    @Test
    void aTextOfACorpusInAFolderIsAnInput() throws IOException {
        Path text = folder.resolve("corpus").resolve("bug").resolve("1.txt");
        Files.createDirectories(text.getParent());
        Files.writeString(text, "it broke");
        refused("--out", text, "--train", "distill", "--train", folder.resolve("corpus"), "--out", text);
        assertThat(text).hasContent("it broke");
    }

    @Test
    void anotherFileMayBeThere() throws IOException {
        Path json = Files.writeString(folder.resolve("figures.json"), "old");
        Run.of("evaluate", data, "--test", data, "--json", json).refused(data + ": not a bkd model");
    }
}
