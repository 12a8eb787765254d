package io.github.bkd4j.examples;

import static io.github.bkd4j.examples.GuideTickets.PLAIN;
import static io.github.bkd4j.examples.GuideTickets.TICKETS;
import static io.github.bkd4j.examples.GuideTickets.TRAINED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.drift.Drift;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.HeldOut;
import io.github.bkd4j.explain.Explanation;
import io.github.bkd4j.model.Classification;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.serve.ClassificationServer;
import io.github.bkd4j.serve.ServerSettings;
import io.github.bkd4j.teacher.Teacher;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the Java of the pages about a model that is trained, as {@link GuideTest} does that of the others. */
class ModelGuideTest {

    @TempDir
    private static Path folder;

    private static Path file(String name) {
        return folder.resolve(name);
    }

    @BeforeAll
    static void save() {
        TRAINED.save(file("tickets.bkd"));
    }

    /** docs/guide/own-corpus.md. */
    @Test
    void ownModel() {
        TextClassifier tickets = TextClassifier.load(file("tickets.bkd")); // once; it is thread-safe
        Classification answer = tickets.classify("my parcel never came");
        String label = tickets.answers(answer) ? answer.label() : "for a person to read";

        assertThat(label).isIn(tickets.labels());
    }

    /** docs/guide/report.md. */
    @Test
    void report() {
        report(TICKETS, PLAIN.train(TICKETS), Teacher.of("trained", TRAINED));
    }

    private static void report(Splits<String> splits, Classifier<String> student, Teacher<String> teacher) {
        Evaluation<String> evaluation =
                Evaluation.on(splits).of("student", student).of("teacher", teacher);
        Report report = Report.of(evaluation);
        System.out.println(report.table());
        System.out.println(report.against("student", List.of("teacher"))); // differences, with tests
        report.writeHtml(file("report.html"));

        assertThat(file("report.html")).content().contains("Systems");
    }

    /** docs/guide/calibration.md. */
    @Test
    void calibration() {
        Classifier<String> student = TRAINED;
        Corpus<String> validation = TICKETS.validation();
        Classifier<String> calibrated = student.calibrated(validation);
        calibrated.save(file("calibrated.bkd"));

        assertThat(TextClassifier.load(file("calibrated.bkd")).labels()).hasSize(8);
    }

    /** docs/guide/calibration.md. */
    @Test
    void thresholds() {
        Path again = file("again.bkd");
        Calibrate.main(new String[] {file("tickets.bkd").toString(), GuideTickets.FILE.toString(), again.toString()});

        TextClassifier calibrated = TextClassifier.load(again);
        assertThat(calibrated.abstention().orElseThrow().goal()).hasToString("precision=0.9");
        assertThat(calibrated.provenance().entries()).containsKey("temperature");
    }

    /** docs/guide/calibration.md. */
    @Test
    void prior() {
        Corpus<String> three =
                Corpus.of(List.of(new Labeled<>("good", "a"), new Labeled<>("bad", "b"), new Labeled<>("so so", "c")));
        Classifier<String> student = PLAIN.train(Splits.of(three, three.rows(new int[0])));
        ClassCounts expected =
                new ClassCounts(student.labels(), List.of(900L, 90L, 10L)); // or student.trainingCounts()
        Classifier<String> adapted = student.withPrior(expected);

        assertThat(adapted.classify("hello").candidates()).hasSize(3);
    }

    /** docs/guide/explain-and-abstain.md. */
    @Test
    void explanation() {
        explain((TextClassifier) TRAINED);
    }

    private static void explain(TextClassifier classifier) {
        Explanation explanation = classifier.explain("my parcel never came"); // answer against runner-up
        Explanation other = classifier.explain("my parcel never came", "refund"); // a class against the strongest other
        Explanation pair = classifier.explain("my parcel never came", "refund", "delivery"); // any two
        explanation.top(3); // token, word, n-gram or part of a word, its places in the text, value

        assertThat(other.difference()).isLessThanOrEqualTo(pair.difference() + 1e-4);
    }

    /** docs/guide/serving.md. */
    @Test
    void server() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Thread serving = new Thread(() -> serve(port));
        serving.start();
        while (serving.isAlive() && !answers(port)) {
            Thread.sleep(50);
        }
        assertThat(serving.isAlive()).isTrue();
        serving.interrupt();
        serving.join();
    }

    private static boolean answers(int port) {
        try (InputStream health = new URL("http://127.0.0.1:" + port + "/healthz").openStream()) {
            return health.read() > 0;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    private static void serve(int port) {
        try (ClassificationServer server =
                ClassificationServer.start(Map.of("tickets", file("tickets.bkd")), ServerSettings.local(port))) {
            server.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** docs/guide/explain-and-abstain.md. */
    @Test
    void drift() {
        List<String> texts = TICKETS.test().instances();
        HeldOut<String> heldOut = new HeldOut<>(
                TICKETS.validation(), TRAINED.predict(TICKETS.validation().instances()));
        TextClassifier adapted = adapted(((TextClassifier) TRAINED).withProfile(heldOut), texts);

        assertThat(adapted.predict(texts).row(0))
                .isNotEqualTo(TRAINED.predict(texts).row(0));
    }

    private static TextClassifier adapted(TextClassifier classifier, List<String> texts) {
        Drift drift = classifier.drift(texts);
        TextClassifier adapted = classifier.withPrior(drift.prior()); // divides by T, and replaces the prior
        return adapted;
    }
}
