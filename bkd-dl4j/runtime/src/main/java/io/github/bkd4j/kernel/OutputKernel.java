package io.github.bkd4j.kernel;

import java.util.Arrays;

/** An output layer for inference: from features to logits. Immutable and thread-safe. */
public final class OutputKernel {

    private static final double SMALLEST_NORM = 1e-12; // of a vector that is still divided by

    private final float[][] weights; // [features][classes]
    private final float[] bias; // [classes]
    private final boolean cosine;

    private OutputKernel(float[][] weights, float[] bias, boolean cosine) {
        this.weights = weights;
        this.bias = bias;
        this.cosine = cosine;
    }

    /**
     * Logits {@code x W + b}.
     *
     * @param weights {@code [features][classes]}, not copied
     * @param bias {@code [classes]}, not copied
     * @return the layer
     */
    public static OutputKernel linear(float[][] weights, float[] bias) {
        return new OutputKernel(weights, bias, false);
    }

    /**
     * Logits {@code scale cos(x, w_c)}.
     *
     * @param weights {@code [features][classes]}
     * @param scale what the cosines are multiplied by
     * @return the layer
     */
    public static OutputKernel cosine(float[][] weights, double scale) {
        float[][] byClass = Matrices.transposed(weights, weights[0].length);
        for (float[] row : byClass) {
            scale(row, scale);
        }
        return new OutputKernel(Matrices.transposed(byClass, weights.length), new float[byClass.length], true);
    }

    private static void scale(float[] vector, double norm) {
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        float factor = (float) (norm / Math.max(Math.sqrt(squares), SMALLEST_NORM));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }

    /**
     * Runs the layer.
     *
     * @param features {@code [texts][features]}; may be written to
     * @return {@code [texts][classes]}
     */
    public float[][] logits(float[][] features) {
        float[][] logits = new float[features.length][];
        Arrays.setAll(logits, text -> bias.clone());
        if (cosine) {
            for (float[] row : features) {
                scale(row, 1);
            }
        }
        Matrices.addProduct(features, weights, logits, 0, logits.length);
        return logits;
    }
}
