package io.github.bkd4j.loss;

/** Log-probabilities of logits, safe for logits of any finite size: the largest is subtracted first. */
final class LogSoftmax {

    private LogSoftmax() {}

    /**
     * Writes {@code log softmax(logits * scale)}.
     *
     * @param logits [classes]
     * @param scale what the logits are multiplied by: 1 / temperature
     * @param out [classes]; may be {@code logits} itself
     */
    static void of(double[] logits, double scale, double[] out) {
        double largest = Softmax.largest(logits);
        double sum = 0;
        for (int c = 0; c < logits.length; c++) {
            out[c] = (logits[c] - largest) * scale;
            sum += Math.exp(out[c]);
        }
        double logSum = Math.log(sum);
        for (int c = 0; c < logits.length; c++) {
            out[c] -= logSum;
        }
    }
}
