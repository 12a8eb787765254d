package io.github.bkd4j.train;

/** The loss of a batch is NaN or infinite, so its gradient cannot be used. */
final class NonFiniteLossException extends ArithmeticException {

    private static final long serialVersionUID = 1L;

    /** The loss of the previous batch, or NaN. */
    private final double lastFinite;

    NonFiniteLossException(double loss, double lastFinite) {
        super("loss must be finite but was " + loss + " after " + lastFinite);
        this.lastFinite = lastFinite;
    }

    /** The loss of the previous batch; NaN if there was none. */
    double lastFinite() {
        return lastFinite;
    }
}
