package io.github.bkd4j.kernel;

/**
 * The hyperbolic tangent and the logistic function, in place: a quotient of polynomials (that of Eigen's
 * {@code ptanh_float}), which the just-in-time compiler vectorises; within 1e-6 of the exact value.
 */
final class Squash {

    private static final float MOST = 9; // beyond, the tangent is 1 in float

    private Squash() {}

    static void tanh(float[] values, int first, int end) {
        for (int i = first; i < end; i++) {
            values[i] = tanh(values[i]);
        }
    }

    static void logistic(float[] values, int first, int end) {
        for (int i = first; i < end; i++) {
            values[i] = 0.5f * tanh(0.5f * values[i]) + 0.5f;
        }
    }

    static float tanh(float value) {
        float x = Math.max(-MOST, Math.min(MOST, value));
        float s = x * x;
        float p = -2.7607686e-16f;
        p = p * s + 2.000188e-13f;
        p = p * s - 8.604672e-11f;
        p = p * s + 5.1222973e-08f;
        p = p * s + 1.4857224e-05f;
        p = p * s + 6.372619e-04f;
        p = p * s + 4.8935246e-03f;
        float q = 1.1982584e-06f;
        q = q * s + 1.1853471e-04f;
        q = q * s + 2.2684345e-03f;
        q = q * s + 4.8935250e-03f;
        return x * p / q;
    }
}
