package io.github.bkd4j.loss;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A batch as a whole, in ND4J operations, for the losses with a {@link BatchForm}. In double, as {@link JavaLossBatch}:
 * what a loss says does not depend on where it is computed.
 */
final class Nd4jLossBatch implements LossBatch {

    private final BatchTerms terms;
    private final DataType type;

    Nd4jLossBatch(LogitLoss loss, INDArray labels, INDArray logits, @Nullable INDArray mask) {
        this.type = logits.dataType();
        this.terms = terms(
                loss,
                labels.castTo(DataType.DOUBLE),
                logits.castTo(DataType.DOUBLE),
                mask == null ? null : mask.castTo(DataType.DOUBLE).reshape(logits.size(0), 1));
    }

    private static BatchTerms terms(LogitLoss loss, INDArray labels, INDArray logits, @Nullable INDArray mask) {
        long classes = logits.size(1);
        INDArray hard = columns(labels, 0, classes);
        INDArray teacher = loss.needsTeacher() ? columns(labels, classes, labels.size(1)) : hard;
        BatchTerms terms = loss.batchForm().orElseThrow().terms(logits, hard, teacher, weights(loss, hard, mask));
        return mask == null ? terms : terms.masked(mask);
    }

    private static INDArray columns(INDArray labels, long from, long to) {
        return labels.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to));
    }

    /** Scaled so that a weighted sum becomes a sum of weighted means, [batch, 1]. */
    private static INDArray weights(LogitLoss loss, INDArray hard, @Nullable INDArray mask) {
        INDArray weights = loss.hardLabels().weights(hard);
        double plain = mask == null ? hard.size(0) : mask.sumNumber().doubleValue();
        double weighted = sum(weights, mask);
        return weighted == 0 ? weights : weights.mul(plain / weighted);
    }

    private static double sum(INDArray each, @Nullable INDArray mask) {
        return (mask == null ? each : each.mul(mask)).sumNumber().doubleValue();
    }

    @Override
    public int size() {
        return (int) terms.hard().size(0);
    }

    @Override
    public double[] scores() {
        return Doubles.of(terms.hard().add(terms.distillation()));
    }

    @Override
    public INDArray gradient() {
        return terms.gradient().castTo(type);
    }

    @Override
    public LossTerms mean() {
        return new LossTerms(sum(terms.hard(), null), sum(terms.distillation(), null)).times(1.0 / size());
    }
}
