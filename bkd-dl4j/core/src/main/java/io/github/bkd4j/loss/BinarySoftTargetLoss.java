package io.github.bkd4j.loss;

import java.util.Arrays;
import lombok.EqualsAndHashCode;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The distillation of label sets in {@link #cached} form: the labels are {@code [batch, 2 labels + 2]} = {@code [1, 0
 * or -1 | p | sharpness | 1]}; what comes from the teacher is all 0 where it is silent.
 */
@EqualsAndHashCode(callSuper = true)
final class BinarySoftTargetLoss extends BinaryDistillationLoss {

    private static final long serialVersionUID = 1L;

    @JsonCreator
    BinarySoftTargetLoss(
            @JsonProperty("temperature") double temperature,
            @JsonProperty("alpha") double alpha,
            @JsonProperty("hardLabels") HardLabelLoss hardLabels) {
        super(temperature, alpha, hardLabels);
    }

    /** [labels + 2] of p, [labels]. */
    static double[] packed(double[] targets) {
        int labels = targets.length;
        double[] packed = Arrays.copyOf(targets, labels + 2);
        packed[labels] = sharpness(targets);
        packed[labels + 1] = 1;
        return packed;
    }

    @Override
    int teacherColumns(int classes) {
        return classes + 2;
    }

    @Override
    protected double distil(double[] logits, double[] labels, double[] teacher, double[] gradient) {
        return add(logits, teacher, teacher[logits.length], teacher[logits.length + 1], gradient);
    }

    @Override
    public String name() {
        return "distillation of label sets from soft targets";
    }
}
