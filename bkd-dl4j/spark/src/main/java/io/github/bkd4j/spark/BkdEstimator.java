package io.github.bkd4j.spark;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.network.TextArchitecture;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.study.LossSettings;
import io.github.bkd4j.teacher.CorpusLogits;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.train.Schedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Balanced knowledge distillation as an estimator of Spark ML: the executors run the teacher over labelled and
 * unlabelled texts, the driver trains the student. Texts and logits come to the driver partition by partition, and are
 * held there: 4 bytes for each text and class, and 8 more while it trains. The same rows give the same student, however
 * they are partitioned.
 *
 * <pre>{@code
 * BkdEstimator estimator = new BkdEstimator(EncoderTeacher.of(NamedEncoder.MINILM)).setUnlabelled(tickets).setSeed(7);
 * BkdClassificationModel model = estimator.fit(labelled);
 * model.write().save("hdfs:///models/tickets");
 * }</pre>
 *
 * <p>It works in a {@code Pipeline} and a {@code CrossValidator}; each fit runs the teacher again. The defaults are
 * those of the command {@code bkd}, but for word vectors and transfer texts, which a caller adds: {@link #setStudent},
 * {@link DistributedTransfer}.
 */
public final class BkdEstimator extends Estimator<BkdClassificationModel> implements PredictionParams<BkdEstimator> {

    private static final long serialVersionUID = 1L;
    private static final int EPOCHS = 40;
    private static final String TEACHER = "spark"; // its name in the provenance

    /** Identifies the stage. */
    private final String uid;

    private final transient TeacherTraining teacher;
    private transient Architecture<String> student = BagOfEmbeddings.subwords();
    private transient @Nullable Dataset<Row> unlabelled;

    /**
     * Creates an estimator.
     *
     * @param teacher trained on the labelled texts of each fit, or there already
     */
    public BkdEstimator(TeacherTraining teacher) {
        this(Identifiable$.MODULE$.randomUID("bkdEstimator"), teacher);
    }

    private BkdEstimator(String uid, TeacherTraining teacher) {
        this.uid = uid;
        this.teacher = teacher;
        Output.setDefaults(this);
        setDefault(labelCol(), "label");
        setDefault(maxIter(), EPOCHS);
        setDefault(seed(), (long) BkdEstimator.class.getName().hashCode());
        setDefault(temperature(), LossSettings.TEMPERATURE);
        setDefault(alpha(), LossSettings.ALPHA);
        setDefault(beta(), LossSettings.BETA);
        setDefault(tempering(), LossSettings.TEMPERING_BESIDE_ADJUSTED);
        setDefault(logitsPath(), "");
    }

    @Override
    public String uid() {
        return uid;
    }

    /**
     * Sets the texts that the teacher alone labels; none by default. They are read in each fit.
     *
     * @param data with a column of texts of the same name as the labelled ones; duplicates and nulls are left out
     * @return this stage
     */
    public BkdEstimator setUnlabelled(Dataset<?> data) {
        unlabelled = data.toDF();
        return this;
    }

    /**
     * Sets the network to train; by default {@link BagOfEmbeddings#subwords}.
     *
     * @param value a text architecture
     * @return this stage
     */
    public BkdEstimator setStudent(TextArchitecture value) {
        student = value;
        return this;
    }

    /**
     * The column of labels, by default {@code label}.
     *
     * @return the parameter
     */
    public Param<String> labelCol() {
        return new Param<>(this, "labelCol", "name of the column of labels");
    }

    /**
     * Passes of the student over its training texts, by default 40.
     *
     * @return the parameter
     */
    public IntParam maxIter() {
        return new IntParam(this, "maxIter", "passes over the training texts, at least 1");
    }

    /**
     * The learning rate of the student; by default its own.
     *
     * @return the parameter
     */
    public DoubleParam stepSize() {
        return new DoubleParam(this, "stepSize", "learning rate, above 0");
    }

    /**
     * The seed of everything random.
     *
     * @return the parameter
     */
    public LongParam seed() {
        return new LongParam(this, "seed", "seed of everything random");
    }

    /**
     * The temperature of teacher and student, by default {@value io.github.bkd4j.study.LossSettings#TEMPERATURE}.
     *
     * @return the parameter
     */
    public DoubleParam temperature() {
        return new DoubleParam(this, "temperature", "temperature of the soft targets, above 0");
    }

    /**
     * The weight of the distillation term, by default {@value io.github.bkd4j.study.LossSettings#ALPHA}.
     *
     * @return the parameter
     */
    public DoubleParam alpha() {
        return new DoubleParam(this, "alpha", "weight of the distillation term, at least 0");
    }

    /**
     * The beta of the effective number, by default {@value io.github.bkd4j.study.LossSettings#BETA}.
     *
     * @return the parameter
     */
    public DoubleParam beta() {
        return new DoubleParam(this, "beta", "of the effective number of texts, in [0, 1)");
    }

    /**
     * The exponent of the class weights, by default
     * {@value io.github.bkd4j.study.LossSettings#TEMPERING_BESIDE_ADJUSTED}, right beside a logit-adjusted teacher.
     *
     * @return the parameter
     */
    public DoubleParam tempering() {
        return new DoubleParam(this, "tempering", "exponent of the class weights, at least 0");
    }

    /**
     * The folder in which the logits of unlabelled texts are kept, as {@link TeacherLabeler#label} does, so that a fit
     * resumes; by default none.
     *
     * @return the parameter
     */
    public Param<String> logitsPath() {
        return new Param<>(
                this,
                "logitsPath",
                "folder in which the teacher's logits of unlabelled texts are kept; empty for none");
    }

    /**
     * Sets the column of labels.
     *
     * @param value name of a column of strings
     * @return this stage
     */
    public BkdEstimator setLabelCol(String value) {
        return with(labelCol(), value);
    }

    /**
     * Sets the passes over the training texts.
     *
     * @param value at least 1
     * @return this stage
     */
    public BkdEstimator setMaxIter(int value) {
        return with(maxIter(), value);
    }

    /**
     * Sets the learning rate.
     *
     * @param value finite and above 0
     * @return this stage
     */
    public BkdEstimator setStepSize(double value) {
        return with(stepSize(), value);
    }

    /**
     * Sets the seed.
     *
     * @param value any number
     * @return this stage
     */
    public BkdEstimator setSeed(long value) {
        return with(seed(), value);
    }

    /**
     * Sets the temperature.
     *
     * @param value finite and above 0
     * @return this stage
     */
    public BkdEstimator setTemperature(double value) {
        return with(temperature(), value);
    }

    /**
     * Sets the weight of the distillation term.
     *
     * @param value finite and at least 0
     * @return this stage
     */
    public BkdEstimator setAlpha(double value) {
        return with(alpha(), value);
    }

    /**
     * Sets the beta of the class weights.
     *
     * @param value at least 0 and below 1
     * @return this stage
     */
    public BkdEstimator setBeta(double value) {
        return with(beta(), value);
    }

    /**
     * Sets the exponent of the class weights.
     *
     * @param value finite and at least 0
     * @return this stage
     */
    public BkdEstimator setTempering(double value) {
        return with(tempering(), value);
    }

    /**
     * Sets where logits are kept.
     *
     * @param value on any file system that Hadoop knows, or empty for none
     * @return this stage
     */
    public BkdEstimator setLogitsPath(String value) {
        return with(logitsPath(), value);
    }

    /**
     * Trains the teacher and the student.
     *
     * @param data labelled texts, of at least two classes
     * @return the student, with this stage's names of columns
     * @throws DataFrameException if a column is missing or of another type, or a text or a label is null
     * @throws IllegalArgumentException if a parameter is out of its range
     * @throws io.github.bkd4j.corpus.CorpusException if there are fewer than two classes, the teacher's classes differ,
     *     or the soft targets take more than half of the driver's heap
     */
    @Override
    public BkdClassificationModel fit(Dataset<?> data) {
        transformSchema(data.schema());
        Distillation<String> plan = plan();
        Corpus<String> corpus = corpus(data);
        corpus.requireAtLeastTwoClasses("the column '" + getOrDefault(labelCol()) + "'");
        TeacherTraining.Taught taught = teacher.teach(data.sparkSession(), corpus, (long) getOrDefault(seed()));
        List<Answered> more = answered(taught.teacher());
        Logits logits = new Logits(
                taught.teacher().labels(), more.stream().map(Answered::logits).toArray(float[][]::new));
        TextClassifier trained = (TextClassifier) plan.distill(
                CorpusLogits.of(TEACHER, corpus, taught.logits()),
                Splits.of(corpus, corpus.rows(new int[0])),
                Teacher.of(TEACHER, texts -> logits), // asked for these texts alone
                more.stream().map(Answered::text).toList());
        return copyValues(new BkdClassificationModel(uid, trained), new ParamMap())
                .setParent(this);
    }

    private Distillation<String> plan() {
        double rate = isDefined(stepSize()) ? (double) getOrDefault(stepSize()) : student.learningRate();
        Objective objective = Objectives.balancedDistillation(
                        Temperature.of((double) getOrDefault(temperature())),
                        ClassWeights.effectiveNumber((double) getOrDefault(beta())))
                .withAlpha((double) getOrDefault(alpha()))
                .withTempering((double) getOrDefault(tempering()));
        return Distillation.builder(student)
                .objective(objective)
                .schedule(Schedule.of((int) getOrDefault(maxIter())).withLearningRate(rate))
                .seed((long) getOrDefault(seed()))
                .build();
    }

    /** In the order of labels and texts, for that of a data frame may change. */
    private Corpus<String> corpus(Dataset<?> data) {
        String text = getOrDefault(inputCol());
        String label = getOrDefault(labelCol());
        List<Labeled<String>> rows = new ArrayList<>();
        Iterator<Row> read = TextColumn.rows(data, this).select(text, label).toLocalIterator();
        while (read.hasNext()) {
            Row row = read.next();
            if (row.isNullAt(1)) {
                throw new DataFrameException("column '" + label + "' must have a label in every row but had null");
            }
            if (!row.isNullAt(0)) {
                rows.add(new Labeled<>(row.getString(0), row.getString(1)));
            } else if (TextColumn.failsOnNull(this)) {
                throw TextColumn.nullText(text);
            }
        }
        rows.sort(Comparator.comparing((Labeled<String> row) -> row.label()).thenComparing(Labeled::instance));
        return Corpus.of(rows);
    }

    /** A text without a label, and its logits. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Answered(String text, float[] logits) {}

    /** In the order of the texts. */
    private List<Answered> answered(TeacherSource source) {
        Dataset<Row> texts = unlabelled;
        if (texts == null) {
            return List.of();
        }
        TeacherLabeler labeler =
                new TeacherLabeler(source).setInputCol(getOrDefault(inputCol())).setHandleInvalid(SKIP);
        String path = getOrDefault(logitsPath());
        Dataset<Row> logits = path.isEmpty() ? labeler.persisted(texts) : labeler.label(texts, path);
        List<Answered> answered = new ArrayList<>();
        logits.toLocalIterator()
                .forEachRemaining(row -> answered.add(new Answered(row.getString(0), TextFunction.floats(row, 1))));
        logits.unpersist();
        answered.sort(Comparator.comparing(Answered::text));
        return answered;
    }

    @Override
    public StructType transformSchema(StructType schema) {
        TextColumn.requireText(schema, getOrDefault(labelCol()));
        return Output.added(schema, this);
    }

    @Override
    public BkdEstimator copy(ParamMap extra) {
        BkdEstimator copy = new BkdEstimator(uid, teacher);
        copy.student = student;
        copy.unlabelled = unlabelled;
        return copyValues(copy, extra);
    }
}
