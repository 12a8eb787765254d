package io.github.bkd4j.spark;

import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;

/**
 * Balanced accuracy, the mean recall of the classes that occur, by which a {@code CrossValidator} chooses settings for
 * long-tailed data: Spark's own evaluators weigh classes by their size. A null prediction is wrong; rows without a
 * label are left out.
 */
public final class BalancedAccuracyEvaluator extends Evaluator {

    private static final long serialVersionUID = 1L;

    /** Identifies the stage. */
    private final String uid;

    /** Creates an evaluator of the columns {@code label} and {@code predictedLabel}. */
    public BalancedAccuracyEvaluator() {
        this(Identifiable$.MODULE$.randomUID("balancedAccuracy"));
    }

    private BalancedAccuracyEvaluator(String uid) {
        this.uid = uid;
        setDefault(labelCol(), "label");
        setDefault(predictedLabelCol(), Output.PREDICTED_LABEL.column());
    }

    @Override
    public String uid() {
        return uid;
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
     * The column of predicted labels, by default {@code predictedLabel}.
     *
     * @return the parameter
     */
    public Param<String> predictedLabelCol() {
        return new Param<>(this, "predictedLabelCol", "name of the column of predicted labels");
    }

    /**
     * Sets the column of labels.
     *
     * @param value its name
     * @return this evaluator
     */
    public BalancedAccuracyEvaluator setLabelCol(String value) {
        set(labelCol(), value);
        return this;
    }

    /**
     * Sets the column of predicted labels.
     *
     * @param value its name; its values are compared with the labels
     * @return this evaluator
     */
    public BalancedAccuracyEvaluator setPredictedLabelCol(String value) {
        set(predictedLabelCol(), value);
        return this;
    }

    /**
     * Computes the mean recall.
     *
     * @param data with both columns, at least one label
     * @return from 0 to 1
     * @throws DataFrameException if a column is missing, or no row has a label
     */
    @Override
    public double evaluate(Dataset<?> data) {
        TextColumn.require(data.schema(), getOrDefault(labelCol()));
        TextColumn.require(data.schema(), getOrDefault(predictedLabelCol()));
        Column label = functions.col(getOrDefault(labelCol()));
        Column right = functions.col(getOrDefault(predictedLabelCol())).eqNullSafe(label);
        Object mean = data.where(label.isNotNull())
                .groupBy(label)
                .agg(functions.avg(right.cast("double")).as("recall"))
                .agg(functions.avg("recall"))
                .first()
                .get(0);
        if (mean == null) {
            throw new DataFrameException(
                    "column '" + getOrDefault(labelCol()) + "' must have a label in at least one row but had none");
        }
        return (Double) mean;
    }

    @Override
    public boolean isLargerBetter() {
        return true;
    }

    @Override
    public BalancedAccuracyEvaluator copy(ParamMap extra) {
        return copyValues(new BalancedAccuracyEvaluator(uid), extra);
    }
}
