package io.github.bkd4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class HtmlTest {

    private static final String SCRIPT = "<script>alert('1')</script>\"><img src=x onerror=alert(2)>";
    private static final List<String> HOSTILE = List.of(
            SCRIPT,
            "\u202e\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
            "\ud83d\ude00\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "nul \0, escape \u001b, half \ud800 of a character",
            "]]> <!-- </style></title> &amp; &#0;",
            "long ".repeat(2000),
            "w".repeat(10_000));

    private static final Evaluation<String> EVALUATION = Evaluation.on(Answers.TEST, Answers.TRAINING)
            .of("teacher", Answers.of("bbbbffsb"))
            .of("kd", 1, Answers.of("bbbbffbb"), 12.34, 1_900_000)
            .of("bkd", 1, Answers.of("bbbsfbss"), 12.34, 1_900_000);

    @TempDir
    Path folder;

    private String html(Report report) throws IOException {
        Path file = folder.resolve("new/report.html");
        report.writeHtml(file);
        return Files.readString(file);
    }

    /** Parses a page as XML: every element is closed, and nothing that is text has become markup. */
    private static Document parsed(String html) throws Exception {
        String xml = html.replace("<!DOCTYPE html>", "").replaceAll("<(meta|wbr)([^>]*)>", "<$1$2/>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<String> headings(Document page) {
        return IntStream.range(0, page.getElementsByTagName("h2").getLength())
                .mapToObj(i -> page.getElementsByTagName("h2").item(i).getTextContent())
                .toList();
    }

    @Test
    void thePageHasEverySection() throws Exception {
        Report report = Report.of(EVALUATION)
                .titled("tickets")
                .withHistories(List.of(new History("bkd", 1, Map.of("hard labels", List.of(2.0, 1.0)))))
                .withWarnings(List.of("test labels that training lacks: 'praise'"))
                .withProvenance(Map.of("seed", "1"));

        Document page = parsed(html(report));

        assertThat(page.getElementsByTagName("li").item(0).getTextContent())
                .isEqualTo("test labels that training lacks: 'praise'");

        assertThat(headings(page))
                .containsExactly(
                        "Systems",
                        "Differences",
                        "Recall by class size",
                        "Who gained, who paid",
                        "Where the tail goes",
                        "Can its confidence be believed?",
                        "What if it may abstain?",
                        "Training",
                        "Surest errors",
                        "Every class",
                        "Where this comes from");
        assertThat(page.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("tickets");
        assertThat(page.getElementsByTagName("p").item(0).getTextContent()).startsWith("Against kd, bkd ");
    }

    @Test
    void gainsAreThoseAgainstTheBestOfTheOtherStudents() throws Exception {
        Evaluation<String> evaluation = EVALUATION.of("last", 1, Answers.of("bbbsffss"), 1, 1);
        String page = parsed(html(Report.of(evaluation).comparing("last", List.of("bkd", "kd"))))
                .getDocumentElement()
                .getTextContent();

        assertThat(page)
                .contains("Against bkd, the best of the other students by balanced accuracy, last ")
                .contains("Recall of last less that of bkd, the best of the other students by balanced accuracy, class "
                        + "by class, means over the seeds.")
                .contains("Above 0, last is better. p is the probability of a difference as large as this one, or ")
                .contains("ECE is the mean distance of the bars from the line");
    }

    @Test
    void itNeedsNothingElse() throws IOException {
        assertThat(html(Report.of(EVALUATION)))
                .doesNotContain("<script", "<link", "<img", "href", "src=", "url(", "@import", "http:", "https:")
                .contains("default-src &#39;none&#39;")
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">");
    }

    @Test
    void thePageOfOneSystemLeavesOutWhatNeedsTwo() throws Exception {
        Evaluation<String> one = Evaluation.on(Answers.TEST, Answers.TRAINING).of("bkd", Answers.of("bbbbffss"));

        assertThat(headings(parsed(html(Report.of(one)))))
                .containsExactly(
                        "Systems",
                        "Recall by class size",
                        "Where the tail goes",
                        "Can its confidence be believed?",
                        "What if it may abstain?",
                        "Every class");
    }

    @Test
    void hostileWordsStayWords() throws Exception {
        List<Labeled<String>> rows = new ArrayList<>();
        for (String text : HOSTILE) {
            HOSTILE.forEach(label -> rows.add(new Labeled<>(text, label)));
        }
        Corpus<String> test = Corpus.of(rows);
        Random random = new Random(7);
        Predictor<String> guess = texts -> new Logits(
                test.labels(),
                IntStream.range(0, texts.size())
                        .mapToObj(i -> floats(random, test.labels().size()))
                        .toArray(float[][]::new));
        ClassCounts training = new ClassCounts(
                test.labels(),
                IntStream.range(0, test.labels().size())
                        .mapToObj(c -> 300L >> c)
                        .toList());
        Report report = Report.of(
                        Evaluation.on(test, training).of(SCRIPT, guess).of("b</td>kd", guess))
                .titled(SCRIPT)
                .withHistories(List.of(new History(SCRIPT, 1, Map.of(SCRIPT, List.of(1.0, Double.NaN)))))
                .withWarnings(List.of(SCRIPT))
                .withProvenance(Map.of(SCRIPT, "\0".repeat(9) + "x".repeat(100_000)));

        String html = html(report);
        Document page = parsed(html);

        assertThat(html).doesNotContain("<script", "<img", "\0", "\u001b").hasSizeLessThan(400_000);
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(SCRIPT);
        assertThat(page.getDocumentElement().getTextContent()).contains("\ud83d\ude00", "\u05e9\u05dc\u05d5\u05dd");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(html)).isTrue();
    }

    private static float[] floats(Random random, int size) {
        float[] row = new float[size];
        IntStream.range(0, size).forEach(c -> row[c] = random.nextFloat());
        return row;
    }

    @Test
    void whatIsWrongWithTheTestSetIsSaid() throws Exception {
        Corpus<String> test = Corpus.of(List.of(new Labeled<>("one", "big"), new Labeled<>("two", "lost")));
        Evaluation<String> evaluation = Evaluation.on(test, Answers.TRAINING).of("bkd", Answers.of("ff"));

        assertThat(parsed(html(Report.of(evaluation)))
                        .getElementsByTagName("ul")
                        .item(0)
                        .getTextContent())
                .contains("training does not know count as recall 0: 'lost'", "system 'bkd' never predicts", "'big'");
    }

    @Test
    void theStyleSheetHasNothingThatEscapingWouldChange() {
        String html = EvaluationPage.of(Study.of(EVALUATION));
        String style = html.substring(html.indexOf("<style>"), html.indexOf("</style>"));

        assertThat(style)
                .doesNotContain("&")
                .contains("prefers-color-scheme: dark", "@media print", "max-width: 560px");
    }

    @Test
    void theImageOfClassSizesStandsByItself() throws Exception {
        Path file = folder.resolve("class-size.svg");
        Report.of(EVALUATION).writeClassSizes(file, List.of("kd", "bkd"));

        Document image = parsed(Files.readString(file));
        assertThat(image.getDocumentElement().getAttribute("xmlns")).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(image.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        assertThat(image.getElementsByTagName("circle").getLength()).isEqualTo(2 * 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Report.of(EVALUATION).writeClassSizes(file, List.of("dkd")))
                .withMessage("system must be one of [teacher, kd, bkd] but was dkd");
    }

    @Test
    void thousandsOfPointsAreLeftToTheChosenSystem() {
        List<ClassRow> classes = IntStream.range(0, 1500)
                .mapToObj(i -> new ClassRow("class " + i, 1500 - i, 1, Group.HEAD, Map.of("kd", 0.5, "bkd", 0.6)))
                .toList();
        Styles styles = new Styles(List.of("kd", "bkd"), "bkd");

        assertThat(new ClassSizePlot(classes, List.of("kd", "bkd"), styles)
                        .of(760, 400)
                        .toString()
                        .split("<circle"))
                .hasSize(1501);
    }
}
