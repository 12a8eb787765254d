package io.github.bkd4j.loss;

import lombok.EqualsAndHashCode;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The distillation losses as the training loop runs them: the labels are {@code [one-hot | q]}, with the soft targets q
 * computed once before training.
 */
@EqualsAndHashCode(callSuper = true)
final class SoftTargetLoss extends DistillationLoss {

    private static final long serialVersionUID = 1L;

    @JsonCreator
    SoftTargetLoss(
            @JsonProperty("temperature") double temperature,
            @JsonProperty("alpha") double alpha,
            @JsonProperty("hardLabels") LogitLoss hardLabels) {
        super(temperature, alpha, hardLabels, SoftTargets.asGiven());
    }

    @Override
    INDArray softTargets(INDArray teacher) {
        return teacher;
    }

    @Override
    public String name() {
        return "distillation from soft targets";
    }
}
