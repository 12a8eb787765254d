package io.github.bkd4j.loss;

/** A loss is not a finite number, so its gradient is of no use. */
public final class NonFiniteLossException extends ArithmeticException {

    private static final long serialVersionUID = 1L;

    /** NaN or infinite. */
    private final double loss;

    /** The loss of the batch before, or NaN. */
    private final double lastFinite;

    NonFiniteLossException(double loss, double lastFinite) {
        super("loss must be finite but was " + loss + " after " + lastFinite);
        this.loss = loss;
        this.lastFinite = lastFinite;
    }

    /**
     * The loss.
     *
     * @return NaN or infinite
     */
    public double loss() {
        return loss;
    }

    /**
     * The loss of the batch before.
     *
     * @return finite; NaN if there was no batch before
     */
    public double lastFinite() {
        return lastFinite;
    }
}
