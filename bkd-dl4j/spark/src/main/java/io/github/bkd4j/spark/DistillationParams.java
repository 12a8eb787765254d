package io.github.bkd4j.spark;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;

/**
 * Parameters of a training by balanced distillation, under Spark ML's names where it has some. Their ranges are checked
 * when a training starts, before its teacher is asked.
 *
 * @param <S> the stage
 */
public interface DistillationParams<S extends DistillationParams<S>> extends PredictionParams<S> {

    /**
     * The column of labels, by default {@code label}.
     *
     * @return the parameter
     */
    default Param<String> labelCol() {
        return new Param<>(this, "labelCol", "name of the column of labels");
    }

    /**
     * Passes of the student over its training texts, by default 40.
     *
     * @return the parameter
     */
    default IntParam maxIter() {
        return new IntParam(this, "maxIter", "passes over the training texts, at least 1");
    }

    /**
     * The learning rate of the student; by default its own.
     *
     * @return the parameter
     */
    default DoubleParam stepSize() {
        return new DoubleParam(this, "stepSize", "learning rate, above 0");
    }

    /**
     * The seed of everything random.
     *
     * @return the parameter
     */
    default LongParam seed() {
        return new LongParam(this, "seed", "seed of everything random");
    }

    /**
     * The temperature of teacher and student, by default {@value io.github.bkd4j.study.LossSettings#TEMPERATURE}.
     *
     * @return the parameter
     */
    default DoubleParam temperature() {
        return new DoubleParam(this, "temperature", "temperature of the soft targets, above 0");
    }

    /**
     * The weight of the distillation term, by default {@value io.github.bkd4j.study.LossSettings#ALPHA}.
     *
     * @return the parameter
     */
    default DoubleParam alpha() {
        return new DoubleParam(this, "alpha", "weight of the distillation term, at least 0");
    }

    /**
     * The beta of the effective number, by default {@value io.github.bkd4j.study.LossSettings#BETA}.
     *
     * @return the parameter
     */
    default DoubleParam beta() {
        return new DoubleParam(this, "beta", "of the effective number of texts, in [0, 1)");
    }

    /**
     * The exponent of the class weights, by default
     * {@value io.github.bkd4j.study.LossSettings#TEMPERING_BESIDE_ADJUSTED}, right beside a logit-adjusted teacher.
     *
     * @return the parameter
     */
    default DoubleParam tempering() {
        return new DoubleParam(this, "tempering", "exponent of the class weights, at least 0");
    }

    /**
     * The folder in which the logits of unlabelled texts are kept, as {@link TeacherLabeler#label} does, so that a fit
     * resumes; by default none.
     *
     * @return the parameter
     */
    default Param<String> logitsPath() {
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
    default S setLabelCol(String value) {
        return with(labelCol(), value);
    }

    /**
     * Sets the passes over the training texts.
     *
     * @param value at least 1
     * @return this stage
     */
    default S setMaxIter(int value) {
        return with(maxIter(), value);
    }

    /**
     * Sets the learning rate.
     *
     * @param value finite and above 0
     * @return this stage
     */
    default S setStepSize(double value) {
        return with(stepSize(), value);
    }

    /**
     * Sets the seed.
     *
     * @param value any number
     * @return this stage
     */
    default S setSeed(long value) {
        return with(seed(), value);
    }

    /**
     * Sets the temperature.
     *
     * @param value finite and above 0
     * @return this stage
     */
    default S setTemperature(double value) {
        return with(temperature(), value);
    }

    /**
     * Sets the weight of the distillation term.
     *
     * @param value finite and at least 0
     * @return this stage
     */
    default S setAlpha(double value) {
        return with(alpha(), value);
    }

    /**
     * Sets the beta of the class weights.
     *
     * @param value at least 0 and below 1
     * @return this stage
     */
    default S setBeta(double value) {
        return with(beta(), value);
    }

    /**
     * Sets the exponent of the class weights.
     *
     * @param value finite and at least 0
     * @return this stage
     */
    default S setTempering(double value) {
        return with(tempering(), value);
    }

    /**
     * Sets where logits are kept.
     *
     * @param value on any file system that Hadoop knows, or empty for none
     * @return this stage
     */
    default S setLogitsPath(String value) {
        return with(logitsPath(), value);
    }
}
