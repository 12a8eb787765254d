package io.github.bkd4j.train;

import io.github.bkd4j.backend.AnnotatedJson;
import io.github.bkd4j.io.Checks;
import lombok.EqualsAndHashCode;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** A step size that decreases linearly to 0. (DL4J's PolySchedule of power 1 increases instead.) Immutable. */
@EqualsAndHashCode
@AnnotatedJson
public final class LinearDecay implements ISchedule {

    private static final long serialVersionUID = 1L;

    /** Value at step 0. */
    private final double start;

    /** The step at which the value reaches 0. */
    private final long steps;

    /**
     * Creates a linear decay.
     *
     * @param start value at step 0, finite and greater than 0
     * @param steps the step at which the value reaches 0, at least 1
     * @throws IllegalArgumentException if a value is outside its range
     */
    @JsonCreator
    public LinearDecay(@JsonProperty("start") double start, @JsonProperty("steps") long steps) {
        Checks.finiteAndPositive("start", start);
        Checks.atLeast("steps", 1, steps);
        this.start = start;
        this.steps = steps;
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        return start * Math.max(0, 1 - (double) iteration / steps);
    }

    /**
     * The initial value.
     *
     * @return value at step 0
     */
    @JsonProperty("start")
    public double start() {
        return start;
    }

    /**
     * The step at which the value reaches 0.
     *
     * @return at least 1
     */
    @JsonProperty("steps")
    public long steps() {
        return steps;
    }

    @Override
    public LinearDecay clone() {
        return new LinearDecay(start, steps);
    }
}
