package io.github.bkd4j.train;

/** Training left the finite numbers; nothing of it is kept. */
public final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says where.
     *
     * @param epoch from 0
     * @param loss the loss that is not finite
     * @param lastFinite the mean loss of the batch before
     * @param learningRate step size at the start
     */
    public DivergedException(int epoch, double loss, double lastFinite, double learningRate) {
        super("training diverged in epoch " + (epoch + 1) + ": the loss was " + loss + " after " + lastFinite
                + "; try a learning rate smaller than " + learningRate);
    }
}
