package io.github.bkd4j.kernel;

/**
 * The settings of one step of Adam (Kingma and Ba, ICLR 2015).
 *
 * @param rate step size, at least 0
 * @param beta1 decay rate of the first moment, at least 0 and less than 1
 * @param beta2 decay rate of the second moment, at least 0 and less than 1
 * @param epsilon added to the root of the second moment, greater than 0
 */
public record AdamStep(double rate, float beta1, float beta2, float epsilon) {

    /** The step size with the correction of both moments' bias, at the n-th step from 1. */
    float correctedRate(long n) {
        double correction = Math.sqrt(1 - Math.pow(beta2, (double) n)) / (1 - Math.pow(beta1, (double) n));
        return (float) (rate * correction);
    }
}
