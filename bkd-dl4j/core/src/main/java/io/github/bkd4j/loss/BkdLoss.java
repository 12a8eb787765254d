package io.github.bkd4j.loss;

import io.github.bkd4j.io.Checks;
import io.github.bkd4j.kernel.LogSumExp;
import java.util.List;
import lombok.EqualsAndHashCode;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Balanced knowledge distillation (Zhang, Chen, Hu, Peng, Neurocomputing 527:36-46, 2023): {@code CE(s, y) + alpha T^2
 * KL(q || softmax(s / T))} with class-balanced soft targets {@code q = normalise(w * softmax(t / T))}. Labels are
 * packed, {@code [batch, 2 classes]} = one-hot labels beside the teacher's logits t. The weights act on the soft
 * targets alone; the paper never weighs the cross-entropy, in whose place another term on the hard labels may stand.
 * With equal weights this is {@link KdLoss}. Immutable.
 *
 * <p>The distillation term is least where {@code s = t + T log w + const}: T also sets how strongly the class prior is
 * corrected. Tempering sets that apart from T: {@code q = softmax((t + tau log w) / T)}, where tau = T is the paper and
 * tau = 1 a logit-adjusted teacher.
 *
 * <p>With equal weights T^2 keeps the scale of the distillation term's gradient {@code alpha T (softmax(s / T) - q)};
 * see {@link KdLoss}. Under unequal weights and tau = T it grows with T, towards {@code alpha T (1 / C - w / sum w)}
 * whatever the logits are; with tau held fixed it tends to {@code alpha / C (s - t - tau log w)}, where s, t and log w
 * are each taken from their mean over the C classes.
 */
@EqualsAndHashCode(callSuper = true)
public final class BkdLoss extends DistillationLoss {

    private static final long serialVersionUID = 1L;

    /** How strongly the weights act. */
    private final double tempering;

    /** Class weights of the soft targets, {@code [classes]}. */
    private final List<Double> weights;

    /** tau log w, {@code [classes]}. */
    @EqualsAndHashCode.Exclude
    private final double[] shift;

    /**
     * The loss of the paper.
     *
     * @param temperature T, finite and greater than 0
     * @param alpha weight of the distillation term, finite and at least 0
     * @param weights class weights w of the soft targets, {@code [classes]}, each positive and finite
     * @throws IllegalArgumentException if there are no weights, or a value is outside its range
     */
    public BkdLoss(double temperature, double alpha, List<Double> weights) {
        this(temperature, alpha, temperature, weights, new CrossEntropyLoss());
    }

    /**
     * With the weights tempered, and beside another term on the hard labels.
     *
     * @param temperature T, finite and greater than 0
     * @param alpha weight of the distillation term, finite and at least 0
     * @param tempering tau, finite and at least 0; T is the paper, 1 a logit-adjusted teacher, 0 plain distillation
     * @param weights class weights w of the soft targets, {@code [classes]}, each positive and finite
     * @param hardLabels a loss without a teacher
     * @throws IllegalArgumentException if there are no weights, a value is outside its range, or {@code hardLabels} is
     *     for another number of classes
     */
    @JsonCreator
    public BkdLoss(
            @JsonProperty("temperature") double temperature,
            @JsonProperty("alpha") double alpha,
            @JsonProperty("tempering") double tempering,
            @JsonProperty("weights") List<Double> weights,
            @JsonProperty("hardLabels") HardLabelLoss hardLabels) {
        super(temperature, alpha, hardLabels);
        this.tempering = Checks.finiteAtLeastZero("tempering", tempering);
        this.weights = Ranges.weights(weights);
        this.shift = weights.stream().mapToDouble(w -> tempering * Math.log(w)).toArray();
        Ranges.sameClasses("hard-label term", hardLabels.boundClasses(), "the class weights", weights.size());
    }

    @Override
    protected int boundClasses() {
        return weights.size();
    }

    /**
     * How strongly the weights act.
     *
     * @return tau
     */
    @JsonProperty("tempering")
    public double tempering() {
        return tempering;
    }

    /**
     * The class weights of the soft targets.
     *
     * @return {@code [classes]}
     */
    @JsonProperty("weights")
    public List<Double> weights() {
        return weights;
    }

    @Override
    void soften(double[] teacher) {
        if (teacher.length != shift.length) {
            throw new IllegalArgumentException("teacher logits must be [" + shift.length
                    + "], one a class weight, but were [" + teacher.length + "]");
        }
        for (int c = 0; c < shift.length; c++) {
            teacher[c] += shift[c];
        }
        LogSumExp.softmax(teacher, 1 / temperature(), teacher);
    }

    @Override
    INDArray softTargets(INDArray teacher) {
        INDArray shift = Transforms.log(Rows.of(weights)).muli(tempering); // [1, classes]
        return BatchTerms.softmax(teacher.add(shift).divi(temperature()));
    }

    @Override
    public String name() {
        return "balanced knowledge distillation";
    }
}
