package io.github.bkd4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.io.Threads;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.Classification;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.transformer.NamedEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spark on two cores against a plain JVM on the same two, in the same run, from Parquet to Parquet. No suite runs it:
 *
 * <pre>{@code
 * mvn test -pl bkd-dl4j/spark -am -Dtest=Throughput -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dspark.jit= -Dbkd.spark.tsv=FILE -Dbkd.spark.rows=10000000 -Dbkd.spark.texts=20000
 * }</pre>
 */
class Throughput {

    private static final int THREADS = 2;
    private static final int BATCH = 256;
    private static final int FILES = 40; // a task each, so that both cores end at the same time
    private static final MessageType OUT = MessageTypeParser.parseMessageType(
            "message out { required binary predictedLabel (UTF8); required double confidence; }");

    @TempDir
    static Path folder;

    private static Corpus<String> corpus;

    @BeforeAll
    static void read() {
        Threads.use(THREADS);
        Sessions.SPARK.conf().set("spark.sql.codegen.wholeStage", "true"); // Spark's default
        Sessions.SPARK.conf().set("spark.sql.files.maxPartitionBytes", "8m");
        corpus = Corpus.read(Path.of(System.getProperty("bkd.spark.tsv")));
    }

    @Test
    void classifying() throws IOException {
        int rows = Integer.getInteger("bkd.spark.rows", 1_000_000);
        TextClassifier classifier = (TextClassifier) Distillation.builder(BagOfEmbeddings.small())
                .objective(Objectives.crossEntropy())
                .epochs(3)
                .seed(7)
                .build()
                .train(Splits.of(corpus, corpus.rows(new int[0])));
        String in = folder.resolve("texts").toString();
        write(rows, in);
        BkdClassificationModel model = BkdClassificationModel.of(classifier)
                .setPredictionCol("")
                .setProbabilityCol("")
                .setRawPredictionCol("");
        double plain = rate("plain JVM, classified", rows, () -> plain(classifier, in, in + "-plain"));
        double spark = rate(
                "local[2], classified",
                rows,
                () -> model.transform(Sessions.SPARK.read().parquet(in))
                        .select("predictedLabel", "confidence")
                        .write()
                        .parquet(in + "-spark"));
        System.out.printf(Locale.ROOT, "ratio %.2f%n", spark / plain);
        assertThat(spark / plain).isGreaterThan(0.7);
    }

    /** The corpus again and again, each copy with a number behind its texts. */
    private static void write(int rows, String file) {
        int copies = (rows + corpus.size() - 1) / corpus.size();
        Dataset<Row> texts = Sessions.SPARK
                .createDataset(corpus.instances(), Encoders.STRING())
                .toDF("text");
        Sessions.SPARK
                .range(0, copies, 1, 8)
                .crossJoin(functions.broadcast(texts))
                .select(functions
                        .concat_ws(" ", functions.col("text"), functions.col("id"))
                        .as("text"))
                .limit(rows)
                .repartition(FILES)
                .write()
                .parquet(file);
    }

    /** Each of two threads takes the next file, and classifies on its own. */
    private static void plain(TextClassifier classifier, String in, String out) {
        List<Path> files = parquet(Path.of(in));
        Threads.run(
                files.size(),
                i -> Threads.within(1, () -> {
                    classify(classifier, files.get(i), out + "/" + i + ".parquet");
                    return i;
                }));
    }

    private static List<Path> parquet(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void classify(TextClassifier classifier, Path in, String out) {
        try (ParquetReader<Group> reader = ParquetReader.builder(
                                new GroupReadSupport(), new org.apache.hadoop.fs.Path(in.toUri()))
                        .build();
                ParquetWriter<Group> writer = ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(out))
                        .withType(OUT)
                        .withConf(new Configuration())
                        .withCompressionCodec(CompressionCodecName.SNAPPY)
                        .build()) {
            SimpleGroupFactory rows = new SimpleGroupFactory(OUT);
            List<String> batch = new ArrayList<>();
            for (Group row = reader.read(); row != null; row = reader.read()) {
                batch.add(row.getString("text", 0));
                if (batch.size() == BATCH) {
                    answer(classifier, batch, rows, writer);
                }
            }
            answer(classifier, batch, rows, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(
            TextClassifier classifier, List<String> batch, SimpleGroupFactory rows, ParquetWriter<Group> writer)
            throws IOException {
        for (Classification answer : classifier.classify(batch)) {
            writer.write(
                    rows.newGroup().append("predictedLabel", answer.label()).append("confidence", answer.confidence()));
        }
        batch.clear();
    }

    @Test
    void labelling() {
        int count = Integer.getInteger("bkd.spark.texts", 2_000);
        List<String> texts = IntStream.range(0, count)
                .mapToObj(i -> corpus.instances().get(i % corpus.size()) + " " + i)
                .toList();
        TeacherSource teacher = EncoderTeacher.of(NamedEncoder.MINILM)
                .teach(Sessions.SPARK, corpus, 7)
                .teacher();
        Predictor<String> here = teacher.open();
        TeacherLabeler labeler = new TeacherLabeler(teacher);
        labeler.label(Sessions.texts(corpus.instances()), folder.resolve("warm").toString()); // as plain is warm
        double plain = rate("plain JVM, labelled", count, () -> here.predict(texts));
        double spark = rate(
                "local[2], labelled",
                count,
                () -> labeler.label(
                        Sessions.texts(texts), folder.resolve("logits").toString()));
        System.out.printf(Locale.ROOT, "ratio %.2f%n", spark / plain);
        assertThat(spark / plain).isGreaterThan(0.8);
    }

    /** What the driver does: the same student, on texts whose logits are there. */
    @Test
    void training() {
        int epochs = 5;
        List<String> unlabelled = corpus.instances().stream()
                .flatMap(text -> Stream.of(text + " please", text + " thanks"))
                .toList();
        Random random = new Random(7);
        Teacher<String> teacher = Teacher.of(
                "random",
                texts -> new Logits(
                        corpus.labels(),
                        texts.stream().map(text -> normal(random)).toArray(float[][]::new)));
        Distillation<String> plan = Distillation.builder(BagOfEmbeddings.subwords())
                .objective(Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999)))
                .epochs(epochs)
                .seed(7)
                .build();
        rate(
                "trained on, an epoch each",
                epochs * 3 * corpus.size(),
                () -> plan.distill(teacher, Splits.of(corpus, corpus.rows(new int[0])), unlabelled));
    }

    private static float[] normal(Random random) {
        float[] logits = new float[corpus.labels().size()];
        for (int c = 0; c < logits.length; c++) {
            logits[c] = (float) random.nextGaussian();
        }
        return logits;
    }

    /** Per second. */
    private static double rate(String what, int count, Runnable work) {
        long cpu = cpu();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %d texts in %.1f s, %.0f per second, %.1f s of CPU%n",
                what,
                count,
                seconds,
                count / seconds,
                (cpu() - cpu) / 1e9);
        return count / seconds;
    }

    /** Of the process, in nanoseconds. */
    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
