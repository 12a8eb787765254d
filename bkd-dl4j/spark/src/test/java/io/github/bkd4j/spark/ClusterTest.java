package io.github.bkd4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.model.Classification;
import io.github.bkd4j.model.TextClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real cluster says what a single JVM says. */
@Tag("slow")
class ClusterTest {

    private static final TextClassifier CLASSIFIER = ToyClassifier.of(1);
    private static final List<String> TEXTS = ToyClassifier.texts(2_000, 2);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void itClassifiesToTheLastBit(SparkHome.Release release) throws IOException, InterruptedException {
        try (LocalCluster cluster = new LocalCluster(SparkHome.of(release, folder), folder)) {
            Process program = submit(cluster, TEXTS, 0);
            assertThat(program.waitFor()).as(log()).isZero();
        }
        assertBitEqual();
    }

    @Test
    void aWorkerThatDiesLosesNothing() throws IOException, InterruptedException {
        try (LocalCluster cluster = new LocalCluster(SparkHome.of(SparkHome.Release.V3, folder), folder)) {
            Process program = submit(cluster, TEXTS, 10);
            LocalCluster.await(folder.resolve("program.log"), "(Finished task 3\\.0)"); // of 20
            cluster.killAWorker();
            assertThat(program.waitFor()).as(log()).isZero();
        }
        assertThat(log()).contains("Lost executor").contains("written by Spark 3");
        assertBitEqual();
    }

    @Test
    void aSentenceOfAnExecutorReachesTheDriver() throws IOException, InterruptedException {
        List<String> texts = new ArrayList<>(TEXTS);
        texts.set(7, null);
        try (LocalCluster cluster = new LocalCluster(SparkHome.of(SparkHome.Release.V3, folder), folder)) {
            assertThat(submit(cluster, texts, 0).waitFor()).as(log()).isNotZero();
        }
        assertThat(log())
                .contains("Exception in thread \"main\"")
                .contains("Caused by: io.github.bkd4j.spark.DataFrameException: column 'text' must have a text in every"
                        + " row but had null; see the parameter handleInvalid for skip and abstain");
    }

    private Process submit(LocalCluster cluster, List<String> texts, int pause) throws IOException {
        Path archive = folder.resolve("toy.bkd");
        CLASSIFIER.save(archive);
        Sessions.texts(texts).write().parquet(folder.resolve("texts").toString());
        return cluster.submit(
                folder.resolve("program.log"),
                ClassifyingProgram.class.getName(),
                UserJars.classifying(folder),
                archive.toUri().toString(),
                folder.resolve("texts").toUri().toString(),
                folder.resolve("classified").toUri().toString(),
                String.valueOf(pause));
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("program.log"));
    }

    private void assertBitEqual() {
        List<Classification> expected = CLASSIFIER.classify(TEXTS);
        Logits logits = CLASSIFIER.predict(TEXTS);
        List<Row> rows = Sessions.SPARK
                .read()
                .parquet(folder.resolve("classified").toString())
                .orderBy("id")
                .collectAsList();
        assertThat(rows).hasSize(TEXTS.size());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            assertThat(row.<Integer>getAs("id")).isEqualTo(i);
            assertThat(row.<String>getAs("predictedLabel"))
                    .isEqualTo(expected.get(i).label());
            assertThat(row.<Double>getAs("confidence"))
                    .isEqualTo(expected.get(i).confidence());
            assertThat(row.<Vector>getAs("probability").toArray()).isEqualTo(logits.probabilities(i));
        }
    }
}
