package io.github.bkd4j.train;

import io.github.bkd4j.backend.AnnotatedJson;
import io.github.bkd4j.io.Checks;
import java.util.ArrayList;
import java.util.List;
import lombok.EqualsAndHashCode;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A step size that rises linearly from near 0, stays constant, and is multiplied by a factor at each drop. Warm-up and
 * drops are given as shares of the training, so that a shorter training has the same shape. Immutable.
 */
@EqualsAndHashCode
@AnnotatedJson
public final class WarmUpAndDrops implements ISchedule {

    private static final long serialVersionUID = 1L;

    /** Value between the warm-up and the first drop. */
    @JsonProperty("top")
    private final double top;

    /** Optimiser steps in the training. */
    @JsonProperty("steps")
    private final long steps;

    /** Share of the training during which the value rises. */
    @JsonProperty("warmUp")
    private final double warmUp;

    /** Shares of the training at which the value drops. */
    @JsonProperty("drops")
    private final ArrayList<Double> drops; // serializable

    /** Multiplies the value at each drop. */
    @JsonProperty("factor")
    private final double factor;

    /**
     * Creates a schedule.
     *
     * @param top value between the warm-up and the first drop, finite and greater than 0
     * @param steps optimiser steps in the training, at least 1
     * @param warmUp share of the training during which the value rises, at least 0 and less than 1
     * @param drops shares of the training at which the value drops, each greater than 0 and less than 1, in ascending
     *     order
     * @param factor multiplies the value at each drop, greater than 0 and at most 1
     * @throws IllegalArgumentException if a value is outside its range
     */
    @JsonCreator
    public WarmUpAndDrops(
            @JsonProperty("top") double top,
            @JsonProperty("steps") long steps,
            @JsonProperty("warmUp") double warmUp,
            @JsonProperty("drops") List<Double> drops,
            @JsonProperty("factor") double factor) {
        Checks.finiteAndPositive("top", top);
        Checks.atLeast("steps", 1, steps);
        requireShape(warmUp, drops, factor);
        this.top = top;
        this.steps = steps;
        this.warmUp = warmUp;
        this.drops = new ArrayList<>(drops);
        this.factor = factor;
    }

    /** Checks the settings that do not depend on the length of the training. */
    static void requireShape(double warmUp, List<Double> drops, double factor) {
        Checks.share("warm-up", warmUp);
        Checks.require(factor > 0 && factor <= 1, "factor must be > 0 and <= 1 but was " + factor);
        double before = 0;
        for (double drop : drops) {
            Checks.require(drop > before && drop < 1, "drops must be > 0 and < 1, and rise, but were " + drops);
            before = drop;
        }
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        double place = (double) iteration / steps;
        double next = (iteration + 1.0) / steps; // so that the first step is greater than 0
        double value = next < warmUp ? top * next / warmUp : top;
        for (double drop : drops) {
            value *= place >= drop ? factor : 1;
        }
        return value;
    }

    @Override
    public WarmUpAndDrops clone() {
        return new WarmUpAndDrops(top, steps, warmUp, drops, factor);
    }
}
