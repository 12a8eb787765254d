package io.github.bkd4j.spark;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpus.Corpus;
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
import io.github.bkd4j.spark.TrainingRows.Answered;
import io.github.bkd4j.study.LossSettings;
import io.github.bkd4j.teacher.CorpusLogits;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.train.Schedule;
import java.util.List;
import org.apache.spark.ml.Estimator;
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
public final class BkdEstimator extends Estimator<BkdClassificationModel> implements DistillationParams<BkdEstimator> {

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
        if (unlabelled != null) {
            TextColumn.requireText(unlabelled.schema(), getOrDefault(inputCol()));
        }
        Distillation<String> plan = plan();
        Corpus<String> corpus = TrainingRows.labelled(data, this);
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

    /** What the teacher says of the unlabelled texts. */
    private List<Answered> answered(TeacherSource source) {
        Dataset<Row> texts = unlabelled;
        if (texts == null) {
            return List.of();
        }
        TeacherLabeler labeler =
                new TeacherLabeler(source).setInputCol(getOrDefault(inputCol())).setHandleInvalid(SKIP);
        String path = getOrDefault(logitsPath());
        Dataset<Row> answers = path.isEmpty() ? labeler.persisted(texts) : labeler.label(texts, path);
        List<Answered> answered = TrainingRows.answered(answers);
        answers.unpersist();
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
