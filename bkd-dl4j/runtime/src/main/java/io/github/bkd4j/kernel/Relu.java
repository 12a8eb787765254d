package io.github.bkd4j.kernel;

/** The rectifier, in place. */
final class Relu {

    private Relu() {}

    static float[][] of(float[][] values) {
        for (float[] row : values) {
            of(row);
        }
        return values;
    }

    static void of(float[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = Math.max(row[i], 0);
        }
    }

    /** Sets the derivative to 0 where the feature is. */
    static void backward(float[][] features, float[][] epsilon) {
        for (int n = 0; n < features.length; n++) {
            for (int i = 0; i < features[n].length; i++) {
                if (features[n][i] <= 0) {
                    epsilon[n][i] = 0;
                }
            }
        }
    }
}
