package io.github.bkd4j.teacher;

import java.io.Serializable;
import java.util.function.IntToDoubleFunction;

/**
 * Vectors whose features have mean 0, and their weight as deviation, over the instances that this was fitted on.
 *
 * @param means of the features, [dimension]
 * @param scales weight over deviation of each feature, 0 for one that is constant, [dimension]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Standardised(float[] means, float[] scales) implements Serializable {

    private static final double CONSTANT = 1e-12; // largest variance of a feature that says nothing

    static Standardised fit(float[][] vectors, IntToDoubleFunction weight) {
        int dimension = vectors[0].length;
        float[] means = new float[dimension];
        float[] scales = new float[dimension];
        for (int d = 0; d < dimension; d++) {
            double sum = 0;
            for (float[] vector : vectors) {
                sum += vector[d];
            }
            double mean = sum / vectors.length;
            double squares = 0;
            for (float[] vector : vectors) {
                squares += (vector[d] - mean) * (vector[d] - mean);
            }
            double variance = squares / vectors.length;
            means[d] = (float) mean;
            scales[d] = variance > CONSTANT ? (float) (weight.applyAsDouble(d) / Math.sqrt(variance)) : 0;
        }
        return new Standardised(means, scales);
    }

    /** The same vectors, standardised: fresh arrays. */
    float[][] of(float[][] vectors) {
        float[][] standardised = new float[vectors.length][means.length];
        for (int i = 0; i < vectors.length; i++) {
            for (int d = 0; d < means.length; d++) {
                standardised[i][d] = (vectors[i][d] - means[d]) * scales[d];
            }
        }
        return standardised;
    }
}
