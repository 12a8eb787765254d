package io.github.bkd4j.train;

import io.github.bkd4j.io.BkdException;

/** Training diverged: a loss or a parameter became NaN or infinite. The network is not usable. */
public final class DivergedException extends BkdException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception that locates the divergence and suggests a smaller learning rate.
     *
     * @param epoch from 0
     * @param layer the first layer with a non-finite parameter; the output layer if only the logits are non-finite
     * @param lastFinite the last finite mean loss of a batch; NaN if there was none
     * @param learningRate the largest step size of the schedule
     */
    public DivergedException(int epoch, String layer, double lastFinite, double learningRate) {
        super("training diverged in epoch " + (epoch + 1) + " at layer " + layer + ", "
                + (Double.isNaN(lastFinite) ? "before any finite loss" : "after a loss of " + lastFinite)
                + "; try a learning rate smaller than " + learningRate);
    }
}
