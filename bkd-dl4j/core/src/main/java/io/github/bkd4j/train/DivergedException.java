package io.github.bkd4j.train;

import io.github.bkd4j.io.BkdException;

/** Training left the finite numbers; nothing of it is kept. */
public final class DivergedException extends BkdException {

    private static final long serialVersionUID = 1L;

    /**
     * Says where.
     *
     * @param epoch from 0
     * @param layer the first layer with a parameter that is not finite; the output layer if only the logits are not
     * @param lastFinite the last finite mean loss of a batch; NaN if there was none
     * @param learningRate step size at the start
     */
    public DivergedException(int epoch, String layer, double lastFinite, double learningRate) {
        super("training diverged in epoch " + (epoch + 1) + " at layer " + layer + ", "
                + (Double.isNaN(lastFinite) ? "before any finite loss" : "after a loss of " + lastFinite)
                + "; try a learning rate smaller than " + learningRate);
    }
}
