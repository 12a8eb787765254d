package io.github.bkd4j.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.archive.ArchiveFormat;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.model.Classification;
import io.github.bkd4j.model.ModelException;
import io.github.bkd4j.model.TextClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BkdClassificationModelTest {

    private static final TextClassifier CLASSIFIER = ToyClassifier.of(1);
    private static final List<String> TEXTS = ToyClassifier.texts(300, 2);

    private static BkdClassificationModel model() {
        return BkdClassificationModel.of(CLASSIFIER);
    }

    private static List<Row> sorted(Dataset<Row> rows) {
        return rows.orderBy("id").collectAsList();
    }

    @Test
    void itSaysWhatTheClassifierSaysToTheLastBit() {
        List<Row> rows = sorted(model().transform(Sessions.texts(TEXTS)));
        assertBitEqual(rows);
    }

    private static void assertBitEqual(List<Row> rows) {
        List<Classification> expected = CLASSIFIER.classify(TEXTS);
        Logits logits = CLASSIFIER.predict(TEXTS);
        assertThat(rows).hasSize(TEXTS.size());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            String label = expected.get(i).label();
            assertThat(row.getString(1)).isEqualTo(TEXTS.get(i));
            assertThat(row.<Double>getAs("prediction"))
                    .isEqualTo(CLASSIFIER.labels().indexOf(label));
            assertThat(row.<String>getAs("predictedLabel")).isEqualTo(label);
            assertThat(row.<Double>getAs("confidence"))
                    .isEqualTo(expected.get(i).confidence());
            assertThat(row.<Vector>getAs("probability").toArray()).isEqualTo(logits.probabilities(i));
            float[] raw = logits.row(i);
            assertThat(Arrays.stream(row.<Vector>getAs("rawPrediction").toArray())
                            .boxed())
                    .containsExactly((double) raw[0], (double) raw[1], (double) raw[2]);
        }
    }

    @Test
    void thePredictionIsAPositionInTheLabels() {
        Dataset<Row> rows = model().transform(Sessions.texts(TEXTS));
        assertThat(((NominalAttribute) Attribute.fromStructField(rows.schema().apply("prediction")))
                        .values()
                        .get())
                .containsExactly("billing", "delivery", "privacy");
    }

    @Test
    void columnsAreNamedOrLeftOut() {
        Dataset<Row> rows = model().setPredictedLabelCol("queue")
                .setPredictionCol("")
                .setProbabilityCol("")
                .setRawPredictionCol("")
                .transform(Sessions.texts(TEXTS));
        assertThat(rows.columns()).containsExactly("id", "text", "queue", "confidence");
        assertThat(rows.first().getString(2)).isIn(CLASSIFIER.labels());
    }

    @Test
    void aStageIsSavedAndLoadedInAPipeline(@TempDir Path folder) throws IOException {
        Dataset<Row> texts = Sessions.texts(TEXTS).withColumnRenamed("text", "body");
        PipelineModel pipeline = new Pipeline()
                .setStages(new PipelineStage[] {model().setInputCol("body")})
                .fit(texts);
        pipeline.write().overwrite().save(folder.resolve("pipeline").toString());
        assertBitEqual(
                sorted(PipelineModel.load(folder.resolve("pipeline").toString()).transform(texts)));
    }

    @Test
    void anArchiveIsReadFromAFileSystemOrFromBytes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("toy.bkd");
        CLASSIFIER.save(file);
        assertThat(Sessions.SPARK.version()).startsWith("3.5."); // there is a session
        assertThat(BkdClassificationModel.ofArchive(file.toUri().toString()).labels())
                .isEqualTo(CLASSIFIER.labels());
        assertThat(BkdClassificationModel.ofArchive(Files.readAllBytes(file)).labels())
                .isEqualTo(CLASSIFIER.labels());
    }

    /** As docs/guide/spark.md shows it. */
    @Test
    void aTrainedModelCountsQueuesInSql(@TempDir Path folder) {
        CLASSIFIER.save(folder.resolve("toy.bkd"));
        String archive = folder.resolve("toy.bkd").toUri().toString();
        SparkSession spark = Sessions.SPARK;
        Sessions.texts(TEXTS).createOrReplaceTempView("tickets");
        BkdClassificationModel model = BkdClassificationModel.ofArchive(archive).setInputCol("text");
        model.registerFunction(spark);
        Dataset<Row> queues = spark.sql("SELECT bkd_classify(text) AS queue, count(*) FROM tickets GROUP BY 1");
        assertThat(queues.collectAsList().stream().mapToLong(row -> row.getLong(1)).sum())
                .isEqualTo(TEXTS.size());
    }

    @Test
    void sqlClassifies() {
        model().registerFunction(Sessions.SPARK);
        Sessions.texts(TEXTS).createOrReplaceTempView("tickets");
        List<Row> rows = Sessions.SPARK
                .sql("SELECT bkd_classify(text) FROM tickets ORDER BY id")
                .collectAsList();
        assertThat(rows.stream().map(row -> row.getString(0)))
                .containsExactlyElementsOf(CLASSIFIER.classify(TEXTS).stream()
                        .map(Classification::label)
                        .toList());
        assertThatThrownBy(() -> Sessions.SPARK
                        .sql("SELECT bkd_classify(id) FROM tickets WHERE id = 5")
                        .collectAsList())
                .rootCause()
                .isInstanceOf(DataFrameException.class)
                .hasMessage("bkd_classify must be given a string but was given Integer 5");
    }

    /** The same object in all tasks, of which there are two partitions here. */
    @Test
    void anExecutorOpensTheArchiveOnce() {
        Shipped<Object> shipped = new Shipped<>(Object::new);
        Object first = shipped.to(Sessions.SPARK.sparkContext()).value().value();
        assertThat(shipped.to(Sessions.SPARK.sparkContext()).value().value()).isSameAs(first);
    }

    private static Dataset<Row> withNull() {
        List<String> texts = new ArrayList<>(TEXTS.subList(0, 3));
        texts.add(null);
        return Sessions.texts(texts);
    }

    @Test
    void aNullTextFails() {
        assertThatThrownBy(() -> model().transform(withNull()).collectAsList())
                .rootCause()
                .isInstanceOf(DataFrameException.class)
                .hasMessage("column 'text' must have a text in every row but had null; see the parameter handleInvalid"
                        + " for skip and abstain");
    }

    @Test
    void aNullTextIsSkipped() {
        assertThat(sorted(model().setHandleInvalid("skip").transform(withNull())))
                .hasSize(3);
    }

    @Test
    void aNullTextHasNoAnswer() {
        BkdClassificationModel abstaining = model().setHandleInvalid("abstain");
        Row last = sorted(abstaining.transform(withNull())).get(3);
        assertThat(last.length()).isEqualTo(7);
        for (int column = 1; column < last.length(); column++) {
            assertThat(last.isNullAt(column)).isTrue();
        }
        abstaining.registerFunction(Sessions.SPARK);
        withNull().createOrReplaceTempView("nulls");
        assertThat(Sessions.SPARK
                        .sql("SELECT bkd_classify(text) FROM nulls WHERE text IS NULL")
                        .first()
                        .isNullAt(0))
                .isTrue();
    }

    @Test
    void anotherWordForNullTextsIsRefused() {
        assertThatThrownBy(() -> model().setHandleInvalid("keep"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parameter handleInvalid given invalid value keep");
    }

    @Test
    void aMissingColumnIsRefused() {
        assertThatThrownBy(() -> model().setInputCol("body").transform(Sessions.texts(TEXTS)))
                .isInstanceOf(DataFrameException.class)
                .hasMessage("column 'body' must be in the data frame but its columns were [id, text]");
    }

    @Test
    void aColumnOfNumbersIsRefused() {
        assertThatThrownBy(() -> model().setInputCol("id").transform(Sessions.texts(TEXTS)))
                .isInstanceOf(DataFrameException.class)
                .hasMessage("column 'id' must be of type string but was int");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "ID"}) // which Spark takes for the same
    void aColumnThatIsThereIsRefused(String name) {
        assertThatThrownBy(() -> model().setConfidenceCol(name).transform(Sessions.texts(TEXTS)))
                .isInstanceOf(DataFrameException.class)
                .hasMessage("column '" + name + "' must be new but the data frame had one of that name already");
    }

    @Test
    void aMissingArchiveIsRefused(@TempDir Path folder) {
        String file = folder.resolve("missing.bkd").toUri().toString();
        assertThat(Sessions.SPARK.version()).startsWith("3.5."); // there is a session
        assertThatThrownBy(() -> BkdClassificationModel.ofArchive(file))
                .isInstanceOf(DataFrameException.class)
                .hasMessage(file + ": no such file");
        String other = folder.toUri().toString();
        assertThatThrownBy(() -> BkdClassificationModel.ofArchive(other))
                .isInstanceOf(DataFrameException.class)
                .hasMessage(other + ": must be a file but was a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "audio"})
    void whatIsNoModelOfTextsIsRefused(String kind, @TempDir Path folder) {
        Path file = folder.resolve("other.bkd");
        byte[] model = ("{\"" + kind + "\": {}}").getBytes(UTF_8);
        new ArchiveFormat("bkd-model", "model", 2, true, Set.of()).write(file, Map.of("model.json", model));
        String name = file.toUri().toString();
        assertThat(Sessions.SPARK.version()).startsWith("3.5."); // there is a session
        assertThatThrownBy(() -> BkdClassificationModel.ofArchive(name))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(name + ": ")
                .hasMessageEndingWith(
                        kind.equals("image")
                                ? " bytes: the model must be one of texts but is one of images"
                                : " bytes: model.json must describe a text classifier but did not");
    }
}
