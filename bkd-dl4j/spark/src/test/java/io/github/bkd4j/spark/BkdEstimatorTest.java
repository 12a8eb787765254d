package io.github.bkd4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.teacher.LinearHead;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.transformer.NamedEncoder;
import io.github.bkd4j.transformer.SentenceEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow") // it trains, with ND4J beside Spark
class BkdEstimatorTest {

    private static final ToyTeacher TEACHER = ToyTeacher.of(2);
    private static final List<Labeled<String>> LABELLED = rows(new int[] {30, 15, 6}, 1);
    private static final List<String> UNLABELLED = rows(new int[] {20, 20, 20}, 2).stream()
            .map(Labeled::instance)
            .distinct()
            .sorted()
            .toList();

    /** Texts with two words of the class's letter among two of any. */
    private static List<Labeled<String>> rows(int[] sizes, long seed) {
        Random random = new Random(seed);
        List<Labeled<String>> rows = new ArrayList<>();
        for (int c = 0; c < sizes.length; c++) {
            for (int i = 0; i < sizes[c]; i++) {
                rows.add(new Labeled<>(
                        word(c, random) + " " + word(c, random) + " " + word(random.nextInt(3), random) + " x"
                                + random.nextInt(5),
                        "abc".substring(c, c + 1)));
            }
        }
        return rows;
    }

    private static String word(int c, Random random) {
        return "abc".substring(c, c + 1) + random.nextInt(6);
    }

    private static Dataset<Row> labelled() {
        return Sessions.SPARK.createDataFrame(
                LABELLED.stream()
                        .map(row -> RowFactory.create(row.instance(), row.label()))
                        .toList(),
                new StructType().add("text", DataTypes.StringType).add("label", DataTypes.StringType));
    }

    private static BkdEstimator estimator() {
        return new BkdEstimator(TeacherTraining.ready(TEACHER))
                .setStudent(BagOfEmbeddings.small())
                .setMaxIter(5)
                .setSeed(7);
    }

    @Test
    void theStudentIsThatOfOneJvmHoweverTheRowsArePartitioned() {
        BkdClassificationModel model = estimator()
                .setUnlabelled(Sessions.texts(UNLABELLED).union(Sessions.texts(UNLABELLED)))
                .fit(labelled().repartition(3));
        assertThat(model.classifier().archive())
                .isEqualTo(estimator()
                        .setUnlabelled(Sessions.texts(UNLABELLED))
                        .fit(labelled())
                        .classifier()
                        .archive());
        List<String> texts = LABELLED.stream().map(Labeled::instance).toList();
        assertThat(model.classifier().classify(texts)).isEqualTo(inOneJvm().classify(texts));
    }

    private static TextClassifier inOneJvm() {
        Corpus<String> corpus = Corpus.of(LABELLED.stream()
                .sorted(Comparator.comparing((Labeled<String> row) -> row.label())
                        .thenComparing(Labeled::instance))
                .toList());
        return (TextClassifier) Distillation.builder(BagOfEmbeddings.small())
                .objective(Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999))
                        .withTempering(0.35))
                .epochs(5)
                .seed(7)
                .build()
                .distill(
                        Teacher.of(
                                "toy",
                                texts -> new Logits(
                                        TEACHER.labels(),
                                        texts.stream().map(TEACHER::logits).toArray(float[][]::new))),
                        Splits.of(corpus, corpus.rows(new int[0])),
                        UNLABELLED);
    }

    @Test
    void itStandsInAPipelineAndAFitResumes(@TempDir Path folder) {
        BkdEstimator estimator = estimator()
                .setUnlabelled(Sessions.texts(UNLABELLED))
                .setLogitsPath(folder.toString())
                .setPredictedLabelCol("queue");
        Pipeline pipeline = new Pipeline().setStages(new PipelineStage[] {estimator});
        pipeline.fit(labelled());
        ToyTeacher.ASKED.set(0);
        Dataset<Row> said = pipeline.fit(labelled()).transform(labelled());
        assertThat(ToyTeacher.ASKED).hasValue(LABELLED.size());
        assertThat(said.columns()).contains("queue");
        assertThat(new BalancedAccuracyEvaluator().setPredictedLabelCol("queue").evaluate(said))
                .isGreaterThan(0.5);
    }

    @Test
    void aCrossValidationChooses() {
        BkdEstimator estimator = estimator();
        ParamMap[] grid = new ParamGridBuilder()
                .addGrid(estimator.stepSize(), new double[] {1e-9, 0.01})
                .build();
        CrossValidatorModel chosen = new CrossValidator()
                .setEstimator(estimator)
                .setEvaluator(new BalancedAccuracyEvaluator())
                .setEstimatorParamMaps(grid)
                .setNumFolds(2)
                .setSeed(1)
                .fit(labelled());
        assertThat(chosen.avgMetrics()[1]).isGreaterThan(chosen.avgMetrics()[0]);
        assertThat(((BkdClassificationModel) chosen.bestModel()).parent().isSet(estimator.stepSize()))
                .isTrue();
    }

    @Test
    void anEncoderOnTheExecutorsTeaches() {
        Corpus<String> corpus = Corpus.of(LABELLED);
        TeacherTraining.Taught taught = EncoderTeacher.of(NamedEncoder.MINILM).teach(Sessions.SPARK, corpus, 7);
        SentenceEncoder encoder = SentenceEncoder.miniLm();
        Logits here = LinearHead.tuned(1).fit(corpus, encoder::embed, 7).predict(UNLABELLED);
        List<Row> there = new TeacherLabeler(taught.teacher())
                .transform(Sessions.texts(UNLABELLED))
                .orderBy("id")
                .collectAsList();
        for (int i = 0; i < UNLABELLED.size(); i++) {
            assertThat(TextFunction.floats(there.get(i), 2)).isEqualTo(here.row(i));
        }
        assertThat(taught.logits().size()).isEqualTo(corpus.size());
        assertThat(taught.teacher().fingerprint())
                .isNotEqualTo(EncoderTeacher.of(NamedEncoder.MINILM)
                        .teach(Sessions.SPARK, corpus, 8)
                        .teacher()
                        .fingerprint());
    }

    @Test
    void nullLabelsAndTextsAreRefused() {
        assertThatThrownBy(() -> estimator()
                        .fit(labelled().withColumn("label", functions.lit(null).cast("string"))))
                .isInstanceOf(DataFrameException.class)
                .hasMessage("column 'label' must have a label in every row but had null");
        Dataset<Row> nulls = labelled().withColumn("text", functions.lit(null).cast("string"));
        assertThatThrownBy(() -> estimator().fit(nulls))
                .isInstanceOf(DataFrameException.class)
                .hasMessageStartingWith("column 'text' must have a text in every row but had null");
    }

    @Test
    void whatIsOutOfRangeIsRefusedBeforeTheTeacherIsAsked() {
        ToyTeacher.ASKED.set(0);
        assertThatThrownBy(() -> estimator().setMaxIter(0).fit(labelled()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("epochs must be >= 1 but was 0");
        assertThatThrownBy(() -> estimator().setLabelCol("queue").fit(labelled()))
                .isInstanceOf(DataFrameException.class)
                .hasMessage("column 'queue' must be in the data frame but its columns were [text, label]");
        assertThatThrownBy(() -> estimator()
                        .setUnlabelled(Sessions.texts(UNLABELLED).withColumnRenamed("text", "body"))
                        .fit(labelled()))
                .isInstanceOf(DataFrameException.class)
                .hasMessage("column 'text' must be in the data frame but its columns were [id, body]");
        assertThatThrownBy(() -> estimator().fit(labelled().where("label = 'a'")))
                .isInstanceOf(CorpusException.class)
                .hasMessage("the column 'label' must have at least 2 classes but had only 'a' (instances: 30)");
        assertThat(ToyTeacher.ASKED).hasValue(0);
    }

    @Test
    void balancedAccuracyIsTheMeanRecall() {
        Dataset<Row> said = Sessions.SPARK.createDataFrame(
                Stream.of(
                                RowFactory.create("a", "a"),
                                RowFactory.create("a", "a"),
                                RowFactory.create("a", "b"),
                                RowFactory.create("a", null),
                                RowFactory.create("b", "b"),
                                RowFactory.create(null, "b"))
                        .toList(),
                new StructType().add("label", DataTypes.StringType).add("predictedLabel", DataTypes.StringType));
        assertThat(new BalancedAccuracyEvaluator().evaluate(said)).isEqualTo(0.75);
        assertThatThrownBy(() -> new BalancedAccuracyEvaluator().evaluate(said.where("label IS NULL")))
                .isInstanceOf(DataFrameException.class)
                .hasMessage("column 'label' must have a label in at least one row but had none");
        assertThatThrownBy(() -> new BalancedAccuracyEvaluator().evaluate(said.drop("predictedLabel")))
                .isInstanceOf(DataFrameException.class)
                .hasMessage("column 'predictedLabel' must be in the data frame but its columns were [label]");
    }
}
