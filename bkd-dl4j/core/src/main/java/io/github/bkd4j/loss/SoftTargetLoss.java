package io.github.bkd4j.loss;

import lombok.EqualsAndHashCode;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The distillation losses in {@link #cached} form. What does not depend on the student is computed once before training
 * and packed beside the one-hot labels: the labels are {@code [batch, 2 classes + 1]} = {@code [one-hot | q | sum(q log
 * q)]}.
 */
@EqualsAndHashCode(callSuper = true)
final class SoftTargetLoss extends DistillationLoss {

    private static final long serialVersionUID = 1L;

    @JsonCreator
    SoftTargetLoss(
            @JsonProperty("temperature") double temperature,
            @JsonProperty("alpha") double alpha,
            @JsonProperty("hardLabels") HardLabelLoss hardLabels) {
        super(temperature, alpha, hardLabels);
    }

    @Override
    int teacherColumns(int classes) {
        return classes + 1;
    }

    @Override
    LossTerms instanceTerms(double[] logits, double[] labels, double[] teacher, double scale, double[] gradient) {
        if (temperature() == SharedSoftmax.TEMPERATURE && hardLabels() instanceof CrossEntropyLoss hard) {
            double weight = scale * hard.weight(labels);
            return new SharedSoftmax(logits).add(labels, weight, teacher, teacher[logits.length], alpha(), gradient);
        }
        return super.instanceTerms(logits, labels, teacher, scale, gradient);
    }

    @Override
    void soften(double[] teacher) {
        // q already
    }

    @Override
    double sharpness(double[] teacher) {
        return teacher[teacher.length - 1];
    }

    @Override
    INDArray softTargets(INDArray teacher) {
        return teacher.get(NDArrayIndex.all(), NDArrayIndex.interval(0, teacher.size(1) - 1));
    }

    @Override
    INDArray sharpness(INDArray teacher, INDArray q) {
        return teacher.get(NDArrayIndex.all(), NDArrayIndex.interval(teacher.size(1) - 1, teacher.size(1)));
    }

    @Override
    public String name() {
        return "distillation from soft targets";
    }
}
