package io.github.bkd4j.spark;

import java.util.List;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.param.Params;

/**
 * Parameters of every stage that reads texts: their column, and what becomes of rows without one.
 *
 * <p>A parameter is made each time it is asked for; Spark compares parameters by the stage's uid and their name.
 *
 * @param <S> the stage
 */
public interface TextParams<S extends TextParams<S>> extends Params {

    /** A null text ends the job with one sentence: the default. */
    String FAIL = "fail";

    /** Rows without a text are left out. */
    String SKIP = "skip";

    /** Rows without a text are kept, and what is added to them is null. A training leaves them out. */
    String ABSTAIN = "abstain";

    /**
     * The column of texts, by default {@code text}.
     *
     * @return the parameter
     */
    default Param<String> inputCol() {
        return new Param<>(this, "inputCol", "name of the column of texts");
    }

    /**
     * What becomes of rows whose text is null: {@value #FAIL}, {@value #SKIP} or {@value #ABSTAIN}.
     *
     * @return the parameter
     */
    default Param<String> handleInvalid() {
        return new Param<>(
                this,
                "handleInvalid",
                "null texts: fail, skip or abstain",
                ParamValidators.inArray(List.of(FAIL, SKIP, ABSTAIN)));
    }

    /**
     * Sets the column of texts.
     *
     * @param value name of a column of strings
     * @return this stage
     */
    default S setInputCol(String value) {
        return with(inputCol(), value);
    }

    /**
     * Sets what becomes of null texts.
     *
     * @param value {@value #FAIL}, {@value #SKIP} or {@value #ABSTAIN}
     * @return this stage
     * @throws IllegalArgumentException if it is another word
     */
    default S setHandleInvalid(String value) {
        return with(handleInvalid(), value);
    }

    /**
     * Sets any parameter.
     *
     * @param <T> type of its value
     * @param param of this stage
     * @param value valid for it
     * @return this stage
     */
    @SuppressWarnings("unchecked") // S is the stage
    default <T> S with(Param<T> param, T value) {
        set(param, value);
        return (S) this;
    }
}
