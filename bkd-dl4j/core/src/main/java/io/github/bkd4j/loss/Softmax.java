package io.github.bkd4j.loss;

/** Probabilities of logits with one exponential a class; safe for logits of any finite size. */
final class Softmax {

    private Softmax() {}

    /**
     * Writes {@code softmax(logits * scale)}.
     *
     * @param logits [classes]
     * @param scale what the logits are multiplied by: 1 / temperature
     * @param out [classes]; may be {@code logits} itself
     * @return z, so that the log-probability of a class is {@code logit * scale - z}
     */
    static double of(double[] logits, double scale, double[] out) {
        double largest = largest(logits);
        double sum = 0;
        for (int c = 0; c < logits.length; c++) {
            out[c] = Math.exp((logits[c] - largest) * scale);
            sum += out[c];
        }
        for (int c = 0; c < logits.length; c++) {
            out[c] /= sum;
        }
        return largest * scale + Math.log(sum);
    }

    /** The largest logit; which one if any is NaN does not matter, for then the probabilities are. */
    static double largest(double[] logits) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            largest = logit > largest ? logit : largest; // Math.max takes three times as long, for NaN and -0
        }
        return largest;
    }
}
