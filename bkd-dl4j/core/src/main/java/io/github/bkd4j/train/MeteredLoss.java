package io.github.bkd4j.train;

import io.github.bkd4j.loss.LogitLoss;
import io.github.bkd4j.loss.LossBatch;
import io.github.bkd4j.loss.LossTerms;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Wraps a loss and sums its terms over the batches of a training loop. In each step DL4J requests the gradient and then
 * the score of the same batch; the score is taken from the first computation. Not thread-safe, and not to be saved with
 * a network.
 */
final class MeteredLoss implements ILossFunction {

    private static final long serialVersionUID = 1L;

    /** The wrapped loss. */
    private final LogitLoss loss;

    private transient LossTerms sum = LossTerms.ZERO;
    private transient long instances;
    private transient double lastScore;

    MeteredLoss(LogitLoss loss) {
        this(loss, Double.NaN);
    }

    /** Resumes metering a loss of which {@link #lastMean} was {@code lastMean}. */
    MeteredLoss(LogitLoss loss, double lastMean) {
        this.loss = loss;
        this.lastScore = lastMean;
    }

    /**
     * Returns the mean terms over the instances since the last call, or zero if there were none, and resets the sums.
     */
    LossTerms takeMean() {
        LossTerms mean = instances == 0 ? LossTerms.ZERO : sum.times(1.0 / instances);
        sum = LossTerms.ZERO;
        instances = 0;
        return mean;
    }

    /** The mean loss of the last batch; NaN before the first. */
    double lastMean() {
        return lastScore;
    }

    /**
     * Computes the gradient of a batch and adds its terms to the sums.
     *
     * @throws NonFiniteLossException if the loss is NaN or infinite; no step is made on that batch
     */
    @Override
    public INDArray computeGradient(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
        LossBatch batch = loss.batch(labels, preOutput, activation, mask);
        double mean = batch.mean().total();
        if (!Double.isFinite(mean)) {
            throw new NonFiniteLossException(mean, lastScore);
        }
        sum = sum.plus(batch.mean().times(batch.size()));
        instances += batch.size();
        lastScore = mean;
        return batch.gradient();
    }

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask, boolean average) {
        return average ? lastScore : lastScore * labels.size(0);
    }

    @Override
    public INDArray computeScoreArray(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
        return loss.computeScoreArray(labels, preOutput, activation, mask);
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask, boolean average) {
        INDArray gradient = computeGradient(labels, preOutput, activation, mask);
        return Pair.of(computeScore(labels, preOutput, activation, mask, average), gradient);
    }

    @Override
    public String name() {
        return loss.name();
    }
}
