package io.github.bkd4j.spark;

import org.apache.spark.ml.param.Param;

/**
 * Names of the columns that a classification adds, under Spark ML's names. An empty name leaves a column out, which
 * saves its computation.
 *
 * @param <S> the stage
 */
public interface PredictionParams<S extends PredictionParams<S>> extends TextParams<S> {

    /**
     * The column of positions of the most probable class in the classifier's labels, of type double as Spark's
     * evaluators expect; by default {@code prediction}. The labels are in alphabetical order, as of a
     * {@code StringIndexer} with the order {@code alphabetAsc}, and are the attribute's values.
     *
     * @return the parameter
     */
    default Param<String> predictionCol() {
        return new Param<>(this, "predictionCol", "name of the column of class positions; empty for none");
    }

    /**
     * The column of names of the most probable class, by default {@code predictedLabel}.
     *
     * @return the parameter
     */
    default Param<String> predictedLabelCol() {
        return new Param<>(this, "predictedLabelCol", "name of the column of class names; empty for none");
    }

    /**
     * The column of probabilities from 0 to 1 of the most probable class, by default {@code confidence}.
     *
     * @return the parameter
     */
    default Param<String> confidenceCol() {
        return new Param<>(this, "confidenceCol", "name of the column of the top probabilities; empty for none");
    }

    /**
     * The column of vectors of all probabilities, in the order of the labels, by default {@code probability}.
     *
     * @return the parameter
     */
    default Param<String> probabilityCol() {
        return new Param<>(this, "probabilityCol", "name of the column of all probabilities; empty for none");
    }

    /**
     * The column of vectors of logits, in the order of the labels, by default {@code rawPrediction}.
     *
     * @return the parameter
     */
    default Param<String> rawPredictionCol() {
        return new Param<>(this, "rawPredictionCol", "name of the column of logits; empty for none");
    }

    /**
     * Sets the column of class positions.
     *
     * @param value its name, or empty for none
     * @return this stage
     */
    default S setPredictionCol(String value) {
        return with(predictionCol(), value);
    }

    /**
     * Sets the column of class names.
     *
     * @param value its name, or empty for none
     * @return this stage
     */
    default S setPredictedLabelCol(String value) {
        return with(predictedLabelCol(), value);
    }

    /**
     * Sets the column of the top probabilities.
     *
     * @param value its name, or empty for none
     * @return this stage
     */
    default S setConfidenceCol(String value) {
        return with(confidenceCol(), value);
    }

    /**
     * Sets the column of all probabilities.
     *
     * @param value its name, or empty for none
     * @return this stage
     */
    default S setProbabilityCol(String value) {
        return with(probabilityCol(), value);
    }

    /**
     * Sets the column of logits.
     *
     * @param value its name, or empty for none
     * @return this stage
     */
    default S setRawPredictionCol(String value) {
        return with(rawPredictionCol(), value);
    }
}
