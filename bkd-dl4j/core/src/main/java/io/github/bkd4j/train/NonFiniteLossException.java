package io.github.bkd4j.train;

/** A loss is not a finite number, so its gradient is of no use. */
final class NonFiniteLossException extends ArithmeticException {

    private static final long serialVersionUID = 1L;

    /** The loss of the batch before, or NaN. */
    private final double lastFinite;

    NonFiniteLossException(double loss, double lastFinite) {
        super("loss must be finite but was " + loss + " after " + lastFinite);
        this.lastFinite = lastFinite;
    }

    /** The loss of the batch before; NaN if there was none. */
    double lastFinite() {
        return lastFinite;
    }
}
