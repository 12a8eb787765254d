package io.github.bkd4j.distill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts and labels that nobody expected, all the way from a corpus to a report. */
class HostileTextTest {

    private static final List<String> TEXTS = List.of(
            "\uD83D\uDE00\uD83D\uDD25", // emoji alone
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 family", // joined
            "\u05E9\u05DC\u05D5\u05DD \u202Eevil\u202C", // right to left, and overridden
            "Z\u0351\u0352\u0353\u0354a\u0300\u0301\u0302lgo", // combining marks
            "nul \0 inside \0",
            "half \uD83D a pair \uDE00", // unpaired surrogates
            "\uFFFF\uFFFE noncharacters",
            "<script>alert(1)</script> | `pipe` | **bold**",
            "\u0130I\u0131i \u00DF \uFB03 \u01C5", // lower-cased to another length
            "....", // no word at all
            "\t\r\n tabs and ends");
    private static final List<String> LABELS =
            List.of("\"quoted\", label", "two  blanks; a \u05E9 semicolon", "<b>|html|</b>");

    @TempDir
    Path folder;

    static Stream<Architecture<String>> architectures() {
        return Stream.of(Toy.bag(), Toy.cnn());
    }

    private static Corpus<String> corpus() {
        List<Labeled<String>> rows = new ArrayList<>();
        for (int i = 0; i < 6 * TEXTS.size(); i++) {
            rows.add(new Labeled<>(TEXTS.get(i % TEXTS.size()), LABELS.get(i % LABELS.size())));
        }
        return Corpus.of(rows);
    }

    private static Distillation<String> plan(Architecture<String> architecture) {
        return Distillation.builder(architecture)
                .objective(Objectives.crossEntropy())
                .epochs(2)
                .seed(7)
                .build();
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void hostileTextsGoAllTheWay(Architecture<String> architecture) throws IOException {
        Corpus<String> corpus = corpus();
        Classifier<String> classifier = plan(architecture).train(Splits.of(corpus, corpus));
        TEXTS.forEach(
                text -> assertThat(classifier.classify(text).probability()).isBetween(1 / 3.0 - 1e-6, 1.0));

        Evaluation<String> evaluation = Evaluation.on(Splits.of(corpus, corpus)).of("a|b\n<c>", classifier);
        String table = Report.of(evaluation).table();
        assertThat(table.lines().filter(line -> line.startsWith("|")))
                .hasSize(3)
                .allMatch(line -> line.endsWith(" |"))
                .last()
                .asString()
                .startsWith("| a\\|b <c> |");
        Path json = folder.resolve("results.json");
        Report.of(evaluation).writeJson(json);
        JsonNode results = new ObjectMapper().readTree(json.toFile());
        assertThat(results.get(0).get("system").textValue()).isEqualTo("a|b\n<c>");

        Path model = folder.resolve("m.bkd");
        classifier.save(model);
        assertThat(TextClassifier.load(model).labels()).containsExactlyInAnyOrderElementsOf(LABELS);
        assertThat(TextClassifier.load(model).classify(TEXTS)).isEqualTo(classifier.classify(TEXTS));
    }

    /** Of a system that is never right, so that the page shows texts and labels of every kind. */
    @Test
    void aPageShowsThemAsWords() throws IOException {
        Corpus<String> corpus = corpus();
        Predictor<String> wrong = asked -> new Logits(
                corpus.labels(),
                IntStream.range(0, asked.size())
                        .mapToObj(i -> new float[] {i % 3 == 0 ? 0 : 5, i % 3 == 1 ? 0 : 6, i % 3 == 2 ? 0 : 7})
                        .toArray(float[][]::new));
        Path page = folder.resolve("report.html");
        Report.of(Evaluation.on(Splits.of(corpus, corpus)).of("<i>a</i>", wrong).of("b\"'>", wrong))
                .titled(TEXTS.get(7))
                .writeHtml(page);

        String html = Files.readString(page).replace("<wbr>", "");
        assertThat(html.substring(html.indexOf("<body>")))
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt; | `pipe` | **bold**",
                        "&lt;b&gt;|html|&lt;/b&gt;",
                        "&lt;i&gt;a&lt;/i&gt;",
                        "\u05E9\u05DC\u05D5\u05DD",
                        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 family")
                .doesNotContain("<script", "<b>", "<i>", "b\"'>", "\0", "\uFFFF");
    }

    @Test
    void labelsOfEveryKindComeThroughCsv() throws IOException {
        Path csv = folder.resolve("hostile.csv");
        StringBuilder rows = new StringBuilder("label,text\n");
        LABELS.forEach(
                label -> rows.append('"').append(label.replace("\"", "\"\"")).append("\",some text\n"));
        Files.writeString(csv, rows);
        assertThat(Corpus.read(csv).labels()).containsExactlyInAnyOrderElementsOf(LABELS);
    }

    @Test
    void tenMegabytesInOneLine() throws IOException {
        Path tsv = folder.resolve("long.tsv");
        String text = "word and other ".repeat(700_000);
        Files.writeString(tsv, "a\t" + text + "\nb\tshort one\n");
        assertThat(Files.size(tsv)).isGreaterThan(10_000_000);
        Corpus<String> corpus = Corpus.read(tsv);
        Classifier<String> classifier = plan(Toy.cnn()).train(Splits.of(corpus, corpus));
        assertThat(classifier.classify(text)).isEqualTo(classifier.classify(text.substring(0, 100_000)));
    }

    @Test
    void allTextsTheSame() {
        List<Labeled<String>> rows = IntStream.range(0, 40)
                .mapToObj(i -> new Labeled<>("always the same", i % 4 == 0 ? "b" : "a"))
                .toList();
        Corpus<String> corpus = Corpus.of(rows);
        for (Architecture<String> architecture : architectures().toList()) {
            Classifier<String> classifier = plan(architecture).train(Splits.of(corpus, corpus));
            assertThat(classifier.classify("always the same").probability()).isBetween(0.5, 1.0);
        }
    }

    @Test
    void oneClassHasAllButOneInstance() {
        Corpus<String> corpus = Toy.corpus(1, 99, 1);
        Splits<String> splits = corpus.split(0.8, 0.1, 0.1, 7);
        Classifier<String> classifier = plan(Toy.bag()).train(splits);
        String table = Report.of(Evaluation.on(splits).of("bag", classifier)).table();
        assertThat(table).contains("| bag ");
        assertThat(splits.train().counts().counts()).contains(1L); // the one is trained on, and absent elsewhere
        assertThat(splits.test().counts().counts()).contains(0L);
    }

    /** 100,000 classes, of which the training split has 200: the others are absent from every batch. */
    @Tag("slow")
    @Test
    void aHundredThousandClasses() {
        List<Labeled<String>> rows = IntStream.range(0, 100_000)
                .mapToObj(i -> new Labeled<>("text number" + i % 200, "class " + i))
                .toList();
        Corpus<String> all = Corpus.of(rows);
        Corpus<String> few = all.rows(IntStream.range(0, 200).toArray());
        Classifier<String> classifier = plan(Toy.bag()).train(Splits.of(few, few));
        assertThat(classifier.labels()).hasSize(100_000);
        assertThat(classifier.classify("text number7").candidates()).hasSize(100_000);
        assertThat(Toy.bag().text().fit(few.instances()).vocabulary().size())
                .isEqualTo(202); // text, 200 numbers, and what is unknown
    }
}
