package io.github.bkd4j.spark;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Labels texts with a teacher: it adds a column of logits, {@code array<float>} in the order of the teacher's labels,
 * which are the column's metadata {@code labels}. Each executor opens the teacher once; its tasks share it, and use the
 * threads that Spark gives them ({@code spark.task.cpus}).
 *
 * <pre>{@code
 * TeacherLabeler labeler = new TeacherLabeler(teacher).setInputCol("body");
 * labeler.transform(texts); // when Spark needs it, and again if it needs it again
 * labeler.label(texts, "hdfs:///logits"); // now, each distinct text once, kept
 * }</pre>
 */
public final class TeacherLabeler extends Transformer implements TextParams<TeacherLabeler> {

    private static final long serialVersionUID = 1L;
    private static final int PART = 5_000; // texts of a kept part: what is lost with an executor
    private static final String TEXT = "text";
    private static final String LOGITS = "logits";

    /** Identifies the stage. */
    private final String uid;

    /** Sent to the executors. */
    private final TeacherSource teacher;

    private final transient Shipped<Function<List<String>, float[][]>> shipped;

    /**
     * Takes a teacher.
     *
     * @param teacher sent to the executors
     */
    public TeacherLabeler(TeacherSource teacher) {
        this(Identifiable$.MODULE$.randomUID("labeler"), teacher, new Shipped<>(opener(teacher)));
    }

    private TeacherLabeler(String uid, TeacherSource teacher, Shipped<Function<List<String>, float[][]>> shipped) {
        this.uid = uid;
        this.teacher = teacher;
        this.shipped = shipped;
        setDefault(inputCol(), TEXT);
        setDefault(handleInvalid(), FAIL);
        setDefault(outputCol(), LOGITS);
    }

    static Opener<Function<List<String>, float[][]>> opener(TeacherSource teacher) {
        return () -> rows(teacher.open());
    }

    private static Function<List<String>, float[][]> rows(Predictor<String> teacher) {
        return texts -> {
            Logits logits = teacher.predict(texts);
            float[][] rows = new float[logits.size()][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = logits.row(i);
            }
            return rows;
        };
    }

    @Override
    public String uid() {
        return uid;
    }

    /**
     * The column of logits, by default {@code logits}.
     *
     * @return the parameter
     */
    public Param<String> outputCol() {
        return new Param<>(this, "outputCol", "name of the column of logits");
    }

    /**
     * Sets the column of logits.
     *
     * @param value its name
     * @return this stage
     */
    public TeacherLabeler setOutputCol(String value) {
        return with(outputCol(), value);
    }

    /**
     * Adds the column of logits.
     *
     * @param data with a column of texts
     * @return the same rows with one more column; where null texts are skipped, without those
     * @throws DataFrameException if the column of texts is missing or of another type, or the other is there
     */
    @Override
    public Dataset<Row> transform(Dataset<?> data) {
        StructType schema = transformSchema(data.schema());
        String text = getOrDefault(inputCol());
        TextFunction function = new TextFunction(
                shipped.to(data.sparkSession().sparkContext()),
                schema.fieldIndex(text),
                TextColumn.failsOnNull(this),
                text);
        return TextColumn.rows(data, this)
                .mapPartitions(function, Encoders.row(schema))
                .withMetadata(getOrDefault(outputCol()), labels());
    }

    @Override
    public StructType transformSchema(StructType schema) {
        TextColumn.requireText(schema, getOrDefault(inputCol()));
        TextColumn.requireNew(schema, getOrDefault(outputCol()));
        return schema.add(logits(getOrDefault(outputCol())));
    }

    private StructField logits(String column) {
        return new StructField(column, TextFunction.NUMBERS, true, labels());
    }

    private Metadata labels() {
        return new MetadataBuilder()
                .putStringArray("labels", teacher.labels().toArray(String[]::new))
                .build();
    }

    /**
     * Labels each distinct text once and keeps its logits as Parquet, in parts that are written as they are done. What
     * this teacher has written there is not asked again, from whichever data frame it came: after a crash, run the same
     * program again. Parts are put in place as each task ends, by Hadoop's commit algorithm 2, which must be safe on
     * the file system: on HDFS and local disks it is, on object stores it is not without a committer of their own.
     *
     * @param data with a column of texts
     * @param folder on any file system that Hadoop knows; teachers and data frames may share it, but one job at a time
     * @return the distinct texts of the data frame with their logits
     * @throws DataFrameException if the column of texts is missing or of another type
     */
    public Dataset<Row> label(Dataset<?> data, String folder) {
        String text = getOrDefault(inputCol());
        TextColumn.requireText(data.schema(), text);
        String own = folder + "/" + teacher.fingerprint().hex();
        HadoopFile.makeFolder(own, data.sparkSession().sparkContext().hadoopConfiguration());
        Dataset<Row> asked = distinct(data);
        write(asked.join(kept(data.sparkSession(), own), new String[] {TEXT}, "left_anti"), own);
        return asked.join(kept(data.sparkSession(), own), TEXT)
                .select(functions.col(TEXT).as(text), functions.col(LOGITS).as(getOrDefault(outputCol()), labels()));
    }

    private Dataset<Row> distinct(Dataset<?> data) {
        Dataset<Row> texts =
                data.select(functions.col(getOrDefault(inputCol())).as(TEXT)).distinct();
        return TextColumn.failsOnNull(this)
                ? texts
                : texts.where(functions.col(TEXT).isNotNull());
    }

    private void write(Dataset<Row> missing, String folder) {
        long count = missing.count();
        if (count > 0) {
            plain().transform(spread(missing, count))
                    .write()
                    .mode(SaveMode.Append)
                    .option("mapreduce.fileoutputcommitter.algorithm.version", "2")
                    .parquet(folder);
        }
    }

    /** The same teacher over texts in a column of the usual name. */
    private TeacherLabeler plain() {
        return new TeacherLabeler(uid, teacher, shipped);
    }

    private static Dataset<Row> spread(Dataset<Row> texts, long count) {
        int parallel = texts.sparkSession().sparkContext().defaultParallelism();
        return texts.repartition((int) Math.max(count / PART, parallel), functions.col(TEXT));
    }

    /** As {@link #label}, computed once and kept by Spark until it is unpersisted. */
    Dataset<Row> persisted(Dataset<?> data) {
        Dataset<Row> asked = distinct(data);
        Dataset<Row> logits = plain().transform(spread(asked, asked.count())).persist(StorageLevel.DISK_ONLY());
        logits.count();
        return logits;
    }

    private Dataset<Row> kept(SparkSession session, String folder) {
        StructType schema = new StructType().add(TEXT, DataTypes.StringType).add(logits(LOGITS));
        return session.read().schema(schema).parquet(folder);
    }

    @Override
    public TeacherLabeler copy(ParamMap extra) {
        return copyValues(new TeacherLabeler(uid, teacher, shipped), extra);
    }
}
