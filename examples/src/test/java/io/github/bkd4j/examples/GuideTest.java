package io.github.bkd4j.examples;

import static io.github.bkd4j.examples.GuideTickets.BALANCED;
import static io.github.bkd4j.examples.GuideTickets.PLAIN;
import static io.github.bkd4j.examples.GuideTickets.TICKETS;
import static io.github.bkd4j.examples.GuideTickets.TRAINED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.corpus.Columns;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.corpus.TextReader;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.image.Augmentation;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.image.ImageEncoding;
import io.github.bkd4j.image.ImageFolder;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.network.ImageCnn;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.teacher.CorpusLogits;
import io.github.bkd4j.teacher.LogitsFile;
import io.github.bkd4j.teacher.NgramRegression;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.train.TrainingMonitor;
import io.github.bkd4j.transfer.TransferImages;
import io.github.bkd4j.transfer.TransferTexts;
import io.github.bkd4j.transfer.WordNeighbours;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the Java of the pages, method by method, from a corpus to a model; {@link ModelGuideTest} does what a model
 * answers. {@link PagesTest} checks that a page has no other. What a page calls {@code Path.of("NAME")} is here a file
 * of a folder of its own, {@code file("NAME")}.
 */
class GuideTest {

    @TempDir
    private static Path folder;

    private static Path file(String name) {
        return folder.resolve(name);
    }

    @BeforeAll
    static void write() throws IOException {
        Files.copy(GuideTickets.FILE, file("tickets.tsv"));
        Files.writeString(
                file("mail.csv"), "queue,subject,body\ndelivery,late,where is it\nrefund,money,back please\n");
        Files.writeString(file("more-mail.csv"), "subject,body\nlate,no parcel\n");
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
        Logits logits = TRAINED.predict(TICKETS.train().instances());
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
        transfer(TICKETS, Teacher.of("trained", TRAINED), BALANCED);
    }

    private static void transfer(Splits<String> splits, Teacher<String> teacher, Distillation<String> plan) {
        TransferTexts made = TransferTexts.of(splits.train(), WordNeighbours.none(), 7);
        Classifier<String> student =
                plan.distill(teacher, splits, made.take(2 * splits.train().size()));

        assertThat(student.labels()).hasSize(8);
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

        List<Image> made =
                TransferImages.cutMix(splits.train(), 5 * splits.train().size(), 7); // or mixup
        Objective balanced = Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999))
                .withTempering(0.35)
                .withHardLabels(Objectives.logitAdjusted(1));
        Classifier<Image> student = Distillation.builder(network)
                .objective(balanced)
                .epochs(2)
                .seed(7)
                .build()
                .distill(Teacher.of("images", classifier), splits, made);

        assertThat(student.labels()).containsExactly("dark", "light");
    }

    /** docs/guide/extending.md, with {@link Extensions}. */
    @Test
    void extensions() {
        Classifier<String> student = Extensions.student(TICKETS);

        assertThat(student.classify("12 parcels").candidates()).hasSize(8);
    }
}
