package io.github.bkd4j.kernel;

/**
 * Adam's moments of one row of a {@link ParameterTable}.
 *
 * @param first [columns], or of the stored entries
 * @param second as many
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Moments(float[] first, float[] second) {

    Moments copy() {
        return new Moments(first.clone(), second.clone());
    }

    void move(float[] row, float[] gradient, AdamStep adam, float rate) {
        move(row, first, second, gradient, adam.beta1(), adam.beta2(), rate, adam.epsilon());
    }

    private static void move(
            float[] row,
            float[] first,
            float[] second,
            float[] gradient,
            float beta1,
            float beta2,
            float rate,
            float epsilon) {
        for (int d = 0; d < row.length; d++) {
            float g = gradient[d];
            float m = beta1 * first[d] + (1 - beta1) * g;
            float v = beta2 * second[d] + (1 - beta2) * g * g;
            first[d] = m;
            second[d] = v;
            row[d] -= rate * m / ((float) Math.sqrt(v) + epsilon);
        }
    }
}
