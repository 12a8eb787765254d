package io.github.bkd4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Columns;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.LongTail;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.corpus.TextReader;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.drift.Drift;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.HeldOut;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.explain.Explanation;
import io.github.bkd4j.image.Augmentation;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.image.ImageEncoding;
import io.github.bkd4j.image.ImageFolder;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.Classification;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.network.ImageCnn;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.serve.ClassificationServer;
import io.github.bkd4j.serve.ServerSettings;
import io.github.bkd4j.teacher.CorpusLogits;
import io.github.bkd4j.teacher.LogitsFile;
import io.github.bkd4j.teacher.NgramRegression;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.train.TrainingMonitor;
import io.github.bkd4j.transfer.TransferTexts;
import io.github.bkd4j.transfer.WordNeighbours;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the Java of the pages, method by method; {@link PagesTest} checks that a page has no other. What a page calls
 * {@code Path.of("NAME")} is here a file of a folder of its own, {@code file("NAME")}.
 */
class GuideTest {

    private static final Splits<String> TICKETS = Corpus.read(Path.of("src", "main", "resources", "tickets.tsv"))
            .cut(LongTail.exponential(40, 10), 1)
            .split(0.6, 0.2, 0.2, 1);

    private static final Distillation<String> PLAIN = plan(Objectives.crossEntropy());
    private static final Distillation<String> BALANCED =
            plan(Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999)));

    @TempDir
    private static Path folder;

    private static Classifier<String> trained = PLAIN.train(TICKETS);

    private static Distillation<String> plan(Objective objective) {
        return Distillation.builder(BagOfEmbeddings.small().withDimension(16))
                .objective(objective)
                .epochs(10)
                .seed(7)
                .build();
    }

    private static Path file(String name) {
        return folder.resolve(name);
    }

    @BeforeAll
    static void write() throws IOException {
        Files.copy(Path.of("src", "main", "resources", "tickets.tsv"), file("tickets.tsv"));
        Files.writeString(
                file("mail.csv"), "queue,subject,body\ndelivery,late,where is it\nrefund,money,back please\n");
        Files.writeString(file("more-mail.csv"), "subject,body\nlate,no parcel\n");
        trained.save(file("tickets.bkd"));
    }

    /** README.md. */
    @Test
    void theLibraryInTenLines() {
        Splits<String> splits = Corpus.read(file("tickets.tsv")).split(0.7, 0.0, 0.3, 7);
        Teacher<String> teacher = Teacher.of("linear", NgramRegression.usual().fit(splits.train()));
        Classifier<String> student = Distillation.builder(BagOfEmbeddings.small())
                .objective(Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999)))
                .epochs(20)
                .seed(7)
                .build()
                .distill(teacher, splits);
        System.out.println(
                Report.of(Evaluation.on(splits).of("student", student)).table());
        student.save(file("tickets.bkd"));

        assertThat(student.labels()).hasSize(8);
    }

    /** docs/guide/own-corpus.md. */
    @Test
    void ownCorpus() {
        Corpus<String> tickets = Corpus.read(file("tickets.tsv"));
        Splits<String> splits = tickets.split(0.8, 0.0, 0.2, 7); // training, validation, test; seed

        assertThat(splits.train().size()).isEqualTo(481);
    }

    /** docs/guide/own-corpus.md. */
    @Test
    void ownModel() {
        TextClassifier tickets = TextClassifier.load(file("tickets.bkd")); // once; it is thread-safe
        Classification answer = tickets.classify("my parcel never came");
        String label = tickets.answers(answer) ? answer.label() : "for a person to read";

        assertThat(label).isIn(tickets.labels());
    }

    /** docs/guide/corpora.md. */
    @Test
    void columns() {
        Columns columns = Columns.standard().withLabel("queue").withText("subject", "body");
        Corpus<String> mail = Corpus.read(file("mail.csv"), columns);
        List<String> unlabelled = TextReader.all(file("more-mail.csv"), columns);

        assertThat(mail.instances()).startsWith("late where is it");
        assertThat(unlabelled).containsExactly("late no parcel");
    }

    /** docs/guide/corpora.md. */
    @Test
    void query() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            connection.createStatement().execute("create table tickets(id int, queue varchar, body varchar)");
            connection.createStatement().execute("insert into tickets values (1, 'late', 'where'), (2, 'lost', 'no')");
            Corpus<String> tickets =
                    Corpus.query(connection, "select queue as label, body as text from tickets order by id");

            assertThat(tickets.labels()).containsExactly("late", "lost");
        }
    }

    /** docs/guide/report.md. */
    @Test
    void report() {
        report(TICKETS, PLAIN.train(TICKETS), Teacher.of("trained", trained));
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

    /** docs/guide/choosing-a-loss.md. */
    @Test
    void settings() {
        Objective objective = Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999))
                .withTempering(0.35)
                .withReweighting(Reweighting.deferredToShare(0.5));
        Distillation<String> plan = Distillation.builder(BagOfEmbeddings.small())
                .objective(objective)
                .epochs(20)
                .seed(7)
                .build();

        assertThat(plan.objective().phases(TICKETS.train().counts(), 20)).hasSize(2);
    }

    /** docs/guide/teachers.md. */
    @Test
    void probabilities() {
        Path npy = file("teacher.npy");
        Logits logits = trained.predict(TICKETS.train().instances());
        float[][] rows = IntStream.range(0, logits.size())
                .mapToObj(i -> floats(logits.probabilities(i)))
                .toArray(float[][]::new);
        LogitsFile.ofTexts(npy).write("asked", new Logits(logits.labels(), rows), TICKETS.train());
        fromFile(npy, TICKETS, BALANCED);
    }

    private static float[] floats(double[] probabilities) {
        float[] row = new float[probabilities.length];
        for (int c = 0; c < row.length; c++) {
            row[c] = (float) probabilities[c];
        }
        return row;
    }

    private static void fromFile(Path npy, Splits<String> splits, Distillation<String> plan) {
        CorpusLogits<String> teacher = LogitsFile.ofTexts(npy).asProbabilities(Temperature.of(1));
        Classifier<String> student = plan.distill(teacher, splits);

        assertThat(student.labels()).hasSize(8);
    }

    /** docs/guide/teachers.md. */
    @Test
    void teachers() {
        teachers(TICKETS, PLAIN, BALANCED);
    }

    private static void teachers(Splits<String> splits, Distillation<String> own, Distillation<String> plan) {
        Teacher<String> linear = Teacher.of("linear", NgramRegression.usual().fit(splits.train()));
        Teacher<String> bag = Teacher.of("bag", own.train(splits));
        Teacher<String> both = Teacher.ensemble("both", List.of(linear, bag)).remembering(); // asked once per text
        Classifier<String> student = plan.distill(both, splits);

        assertThat(student.labels()).hasSize(8);
    }

    /** docs/guide/unlabelled-texts.md. */
    @Test
    void transfer() {
        transfer(TICKETS, Teacher.of("trained", trained), BALANCED);
    }

    private static void transfer(Splits<String> splits, Teacher<String> teacher, Distillation<String> plan) {
        TransferTexts made = TransferTexts.of(splits.train(), WordNeighbours.none(), 7);
        Classifier<String> student =
                plan.distill(teacher, splits, made.take(2 * splits.train().size()));

        assertThat(student.labels()).hasSize(8);
    }

    /** docs/guide/calibration.md. */
    @Test
    void calibration() {
        Classifier<String> student = trained;
        Corpus<String> validation = TICKETS.validation();
        Classifier<String> calibrated = student.calibrated(validation);
        calibrated.save(file("calibrated.bkd"));

        assertThat(TextClassifier.load(file("calibrated.bkd")).labels()).hasSize(8);
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
        explain((TextClassifier) trained);
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

    /** docs/training-ui.md. */
    @Test
    void listeners() {
        List<Integer> iterations = new ArrayList<>();
        TrainingListener listener = new BaseTrainingListener() {
            @Override
            public void iterationDone(Model network, int iteration, int epoch) {
                iterations.add(iteration);
            }
        };
        watched(listener).train(TICKETS);

        assertThat(iterations).isNotEmpty();
    }

    private static Distillation<String> watched(TrainingListener listener) {
        return Distillation.builder(BagOfEmbeddings.small().withDimension(16))
                .objective(Objectives.crossEntropy())
                .epochs(2)
                .seed(7)
                .monitor(new TrainingMonitor() {
                    @Override
                    public List<TrainingListener> listeners() {
                        return List.of(listener);
                    }
                })
                .build();
    }

    /** docs/guide/images.md. */
    @Test
    void images() throws IOException {
        for (String label : List.of("dark", "light")) {
            Files.createDirectories(file("images").resolve(label));
            for (int i = 0; i < 10; i++) {
                BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
                image.setRGB(i, 3, label.equals("dark") ? 0x202020 : 0xF0F0F0);
                ImageIO.write(
                        image,
                        "png",
                        file("images").resolve(label).resolve(i + ".png").toFile());
            }
        }
        Splits<Image> splits = ImageFolder.read(file("images")).split(0.7, 0.0, 0.3, 7);
        ImageCnn network =
                ImageCnn.small().withEncoding(new ImageEncoding(new Augmentation(2, false))); // shifts, no flips
        Distillation<Image> plan = Distillation.builder(network)
                .objective(Objectives.crossEntropy())
                .epochs(2)
                .seed(7)
                .build();
        Classifier<Image> classifier = plan.train(splits);
        classifier.save(file("images.bkd"));

        assertThat(classifier.labels()).containsExactly("dark", "light");
    }

    /** docs/guide/extending.md, with {@link Extensions}. */
    @Test
    void extensions() {
        Classifier<String> student = Extensions.student(TICKETS);

        assertThat(student.classify("12 parcels").candidates()).hasSize(8);
    }

    /** docs/guide/explain-and-abstain.md. */
    @Test
    void drift() {
        List<String> texts = TICKETS.test().instances();
        HeldOut<String> heldOut = new HeldOut<>(
                TICKETS.validation(), trained.predict(TICKETS.validation().instances()));
        TextClassifier adapted = adapted(((TextClassifier) trained).withProfile(heldOut), texts);

        assertThat(adapted.predict(texts).row(0))
                .isNotEqualTo(trained.predict(texts).row(0));
    }

    private static TextClassifier adapted(TextClassifier classifier, List<String> texts) {
        Drift drift = classifier.drift(texts);
        TextClassifier adapted = classifier.withPrior(drift.prior()); // divides by T, and replaces the prior
        return adapted;
    }
}
