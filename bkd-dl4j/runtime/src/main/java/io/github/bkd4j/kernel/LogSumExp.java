package io.github.bkd4j.kernel;

/**
 * The logarithm of a sum of exponentials, and the softmaxes that are made of it. Safe for numbers of any finite size:
 * the largest is subtracted first. A NaN makes every result NaN.
 *
 * <pre>{@code
 * double[] p = new double[3];
 * LogSumExp.softmax(new double[] {1000, 1000, -1000}, 1, p); // 0.5, 0.5, 0
 * }</pre>
 */
public final class LogSumExp {

    private LogSumExp() {}

    /**
     * The logarithm of the sum of the exponentials.
     *
     * @param values at least one
     * @return {@code log sum exp(values)}
     */
    public static double of(double... values) {
        double largest = largest(values);
        double sum = 0;
        for (double value : values) {
            sum += Math.exp(value - largest);
        }
        return largest + Math.log(sum);
    }

    /**
     * Writes {@code softmax(logits * scale)}, with one exponential per class.
     *
     * @param logits {@code [classes]}
     * @param scale what the logits are multiplied by, greater than 0: 1 / temperature
     * @param out {@code [classes]}; may be {@code logits} itself
     * @return z, so that the log-probability of a class is {@code logit * scale - z}
     */
    public static double softmax(double[] logits, double scale, double[] out) {
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

    /**
     * Writes {@code log softmax(logits * scale)}.
     *
     * @param logits {@code [classes]}
     * @param scale what the logits are multiplied by, greater than 0: 1 / temperature
     * @param out {@code [classes]}; may be {@code logits} itself
     */
    public static void logSoftmax(double[] logits, double scale, double[] out) {
        double largest = largest(logits);
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

    /**
     * The largest value.
     *
     * @param values at least one
     * @return the largest of those that are numbers; negative infinity if none is
     */
    public static double largest(double[] values) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            largest = value > largest ? value : largest; // Math.max takes three times as long, for NaN and -0
        }
        return largest;
    }
}
