package io.github.bkd4j.spark;

import io.github.bkd4j.model.ModelException;
import io.github.bkd4j.model.TextClassifier;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsReader$;
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A classifier of texts as a stage of Spark ML: it adds the columns of {@link PredictionParams} to a column of texts,
 * with the numbers that {@link TextClassifier} gives, to the last bit. The archive is read on the driver and broadcast;
 * each executor opens it once, in plain Java, and tasks share it.
 *
 * <pre>{@code
 * BkdClassificationModel model = BkdClassificationModel.ofArchive("hdfs:///models/tickets.bkd").setInputCol("body");
 * model.transform(spark.read().parquet("tickets")).select("id", "predictedLabel", "confidence").write().parquet("out");
 * model.registerFunction(spark);
 * spark.sql("SELECT bkd_classify(body), count(*) FROM tickets GROUP BY 1");
 * }</pre>
 */
public final class BkdClassificationModel extends Model<BkdClassificationModel>
        implements PredictionParams<BkdClassificationModel>, MLWritable {

    /** The name of the SQL function of {@link #registerFunction}. */
    public static final String FUNCTION = "bkd_classify";

    private static final long serialVersionUID = 1L;
    private static final String ARCHIVE = "/model.bkd"; // in the folder of a saved stage

    /** Identifies the stage. */
    private final String uid;

    private final transient TextClassifier classifier;
    private final transient Shipped<TextClassifier> shipped;

    private BkdClassificationModel(String uid, TextClassifier classifier, Shipped<TextClassifier> shipped) {
        this.uid = uid;
        this.classifier = classifier;
        this.shipped = shipped;
        Output.setDefaults(this);
    }

    BkdClassificationModel(String uid, TextClassifier classifier) {
        this(uid, classifier, shipped(classifier.archive()));
    }

    private static Shipped<TextClassifier> shipped(byte[] archive) {
        return new Shipped<>(() -> TextClassifier.load(archive));
    }

    /**
     * Takes a classifier.
     *
     * @param classifier with the standard tokenizer
     * @return the stage
     */
    public static BkdClassificationModel of(TextClassifier classifier) {
        return new BkdClassificationModel(Identifiable$.MODULE$.randomUID("bkd"), classifier);
    }

    /**
     * Takes an archive from memory.
     *
     * @param archive the bytes of a {@code .bkd} file
     * @return the stage
     * @throws ModelException if they are not a model of texts, damaged, or of a newer version
     */
    public static BkdClassificationModel ofArchive(byte[] archive) {
        return of(TextClassifier.load(archive));
    }

    /**
     * Reads an archive on the driver.
     *
     * @param file a {@code .bkd} file on any file system that the active session's Hadoop knows
     * @return the stage
     * @throws DataFrameException if the file cannot be read
     * @throws ModelException if it is not a model of texts, damaged, or of a newer version
     */
    public static BkdClassificationModel ofArchive(String file) {
        return of(read(file, SparkSession.active().sparkContext()));
    }

    private static TextClassifier read(String file, SparkContext context) {
        byte[] archive = HadoopFile.read(file, context.hadoopConfiguration());
        try {
            return TextClassifier.load(archive);
        } catch (ModelException e) {
            throw new ModelException(file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String uid() {
        return uid;
    }

    /**
     * The classifier.
     *
     * @return the driver's own
     */
    public TextClassifier classifier() {
        return classifier;
    }

    /**
     * The classes.
     *
     * @return names in the order of the vectors; a prediction is a position in them
     */
    public List<String> labels() {
        return classifier.labels();
    }

    /**
     * Adds the columns.
     *
     * @param data with a column of texts
     * @return the same rows with more columns; where null texts are skipped, without those
     * @throws DataFrameException if the column of texts is missing or of another type, or a column to be added is there
     */
    @Override
    public Dataset<Row> transform(Dataset<?> data) {
        transformSchema(data.schema());
        List<Output> outputs = Output.of(this);
        StructType fields = new StructType(
                outputs.stream().map(output -> output.field(output.column())).toArray(StructField[]::new));
        Column text = functions.col(getOrDefault(inputCol()));
        Column answer =
                functions.udf(function(data.sparkSession(), outputs), fields).apply(text);
        String all = uid + "_answer"; // a column for a moment, of a name that nobody else has
        Dataset<Row> rows = TextColumn.rows(data, this).withColumn(all, answer);
        for (Output output : outputs) {
            Column value = functions.col(all).getField(output.column());
            rows = rows.withColumn(output.name(this), value.as(output.name(this), metadata(output)));
        }
        return rows.drop(all);
    }

    private Classify function(SparkSession session, List<Output> outputs) {
        boolean failsOnNull = TextColumn.failsOnNull(this);
        return new Classify(shipped.to(session.sparkContext()), outputs, getOrDefault(inputCol()), failsOnNull);
    }

    private Metadata metadata(Output output) {
        return output == Output.PREDICTION
                ? NominalAttribute.defaultAttr()
                        .withValues(labels().toArray(String[]::new))
                        .withName(output.name(this))
                        .toMetadata()
                : Metadata.empty();
    }

    /**
     * Registers the SQL function {@value #FUNCTION}, from a text to the name of the most probable class. It replaces
     * one of an earlier model. Null texts end the query, or give null, as {@link #handleInvalid} says.
     *
     * @param session where queries may use it
     */
    public void registerFunction(SparkSession session) {
        Classify classify = function(session, List.of(Output.PREDICTED_LABEL));
        UDF1<@Nullable Object, @Nullable String> label = value -> {
            Row answer = classify.call(text(value));
            return answer == null ? null : answer.getString(0);
        };
        session.udf().register(FUNCTION, label, DataTypes.StringType);
    }

    /** Spark gives a registered function whatever the query has. */
    private static @Nullable String text(@Nullable Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new DataFrameException(FUNCTION + " must be given a string but was given "
                + value.getClass().getSimpleName() + " " + value);
    }

    @Override
    public StructType transformSchema(StructType schema) {
        return Output.added(schema, this);
    }

    @Override
    public BkdClassificationModel copy(ParamMap extra) {
        BkdClassificationModel copy = new BkdClassificationModel(uid, classifier, shipped);
        return copyValues(copy, extra).setParent(parent());
    }

    /** Writes the parameters as Spark ML does, and the archive beside them. */
    @Override
    public MLWriter write() {
        return new MLWriter() {
            @Override
            public void saveImpl(String path) {
                new DefaultParamsWriter(BkdClassificationModel.this).saveImpl(path);
                HadoopFile.write(path + ARCHIVE, classifier.archive(), sc().hadoopConfiguration());
            }
        };
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @return a reader; Spark's {@code PipelineModel} finds it by its name
     */
    public static MLReader<BkdClassificationModel> read() {
        return new MLReader<>() {
            @Override
            public BkdClassificationModel load(String path) {
                DefaultParamsReader.Metadata metadata =
                        DefaultParamsReader$.MODULE$.loadMetadata(path, sc(), BkdClassificationModel.class.getName());
                BkdClassificationModel model =
                        new BkdClassificationModel(metadata.uid(), BkdClassificationModel.read(path + ARCHIVE, sc()));
                metadata.getAndSetParams(model, metadata.getAndSetParams$default$2());
                return model;
            }
        };
    }

    /**
     * Reads a saved stage.
     *
     * @param path a folder that {@link #write} wrote
     * @return the stage
     */
    public static BkdClassificationModel load(String path) {
        return read().load(path);
    }
}
