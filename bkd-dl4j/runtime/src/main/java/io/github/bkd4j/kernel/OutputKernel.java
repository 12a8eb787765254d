package io.github.bkd4j.kernel;

import java.util.Arrays;

/** An output layer for inference: from features to logits. Immutable and thread-safe. */
public final class OutputKernel {

    /** Stands for no class, where a logit is taken by itself. */
    public static final int NONE = -1;

    private static final double SMALLEST_NORM = 1e-12; // of a vector that is still divided by

    private final float[][] weights; // [features][classes]
    private final float[] bias; // [classes]
    private final boolean cosine;
    private final float wide; // factor of the features that are added to the logits; 0 if there are none

    private OutputKernel(float[][] weights, float[] bias, boolean cosine, float wide) {
        this.weights = weights;
        this.bias = bias;
        this.cosine = cosine;
        this.wide = wide;
    }

    /**
     * Logits {@code x W + b}.
     *
     * @param weights {@code [features][classes]}, not copied
     * @param bias {@code [classes]}, not copied
     * @return the layer
     */
    public static OutputKernel linear(float[][] weights, float[] bias) {
        return new OutputKernel(weights, bias, false, 0);
    }

    /**
     * Logits {@code x W + b + factor v}, where v are the last features, one per class.
     *
     * @param weights {@code [features - classes][classes]}, not copied
     * @param bias {@code [classes]}, not copied
     * @param factor finite and greater than 0
     * @return the layer
     * @throws IllegalArgumentException if the factor is out of range, or the bias has not one number per class
     */
    public static OutputKernel wide(float[][] weights, float[] bias, float factor) {
        if (!(factor > 0) || Float.isInfinite(factor)) {
            throw new IllegalArgumentException("factor of the wide part must be finite and > 0 but was " + factor);
        }
        OutputKernel deep = of(weights, bias, false);
        return new OutputKernel(deep.weights, deep.bias, false, factor);
    }

    /**
     * Logits {@code scale cos(x, w_c)}.
     *
     * @param weights {@code [features][classes]}
     * @param scale factor of the cosines
     * @return the layer
     */
    public static OutputKernel cosine(float[][] weights, double scale) {
        float[][] byClass = Matrices.transposed(weights, weights[0].length);
        for (float[] row : byClass) {
            scale(row, scale);
        }
        return new OutputKernel(Matrices.transposed(byClass, weights.length), new float[byClass.length], true, 0);
    }

    /**
     * Restores a layer from its {@link #weights}, {@link #bias} and {@link #isCosine}.
     *
     * @param weights {@code [features][classes]}, not copied
     * @param bias {@code [classes]}, not copied
     * @param cosine whether features are divided by their norm first
     * @return the layer
     * @throws IllegalArgumentException if the bias has not one number per class
     */
    public static OutputKernel of(float[][] weights, float[] bias, boolean cosine) {
        for (float[] row : weights) {
            if (row.length != bias.length) {
                throw new IllegalArgumentException("weights of the output layer must be [" + weights.length + ", "
                        + bias.length + "] but a row had " + row.length);
            }
        }
        return new OutputKernel(weights, bias, cosine, 0);
    }

    /**
     * Number of features that the layer takes.
     *
     * @return rows of the weights, and one per class if the layer is a wide one
     */
    public int features() {
        return weights.length + (wide > 0 ? bias.length : 0);
    }

    /**
     * What the last features, one per class, are multiplied by before they are added to the logits.
     *
     * @return greater than 0 in a wide layer, 0 in any other
     */
    public float wide() {
        return wide;
    }

    /**
     * The weights; those of a cosine layer are scaled already.
     *
     * @return {@code [features][classes]}, shared
     */
    public float[][] weights() {
        return weights;
    }

    /**
     * The bias; zeros in a cosine layer.
     *
     * @return {@code [classes]}, shared
     */
    public float[] bias() {
        return bias;
    }

    /**
     * Whether the logits are cosines.
     *
     * @return true if features are divided by their norm first
     */
    public boolean isCosine() {
        return cosine;
    }

    /**
     * Number of trained parameters.
     *
     * @return weights, and the bias of a linear layer
     */
    public long parameters() {
        return (long) bias.length * (weights.length + (cosine ? 0 : 1));
    }

    /**
     * Returns a layer with scaled and then shifted logits.
     *
     * @param factor what they are multiplied by
     * @param shifts added after the scaling, {@code [classes]}
     * @return a new layer
     * @throws IllegalArgumentException if the layer is a cosine one, or there is not one shift per class
     */
    public OutputKernel withLogits(double factor, double[] shifts) {
        if (cosine) {
            throw new IllegalArgumentException("logits can be shifted only where they are a linear function of features"
                    + ", but the output layer was a cosine one");
        }
        if (shifts.length != bias.length) {
            throw new IllegalArgumentException(
                    "shifts must be one per class, " + bias.length + ", but were " + shifts.length);
        }
        float[][] scaled = new float[weights.length][bias.length];
        float[] shifted = new float[bias.length];
        for (int c = 0; c < bias.length; c++) {
            for (int i = 0; i < weights.length; i++) {
                scaled[i][c] = weights[i][c] * (float) factor;
            }
            shifted[c] = bias[c] * (float) factor + (float) shifts[c];
        }
        return new OutputKernel(scaled, shifted, false, wide * (float) factor);
    }

    private static void scale(float[] vector, double norm) {
        float factor = factorToNorm(vector, norm);
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }

    /** What a vector is multiplied by to have a norm. */
    private static float factorToNorm(float[] vector, double norm) {
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        return (float) (norm / Math.max(Math.sqrt(squares), SMALLEST_NORM));
    }

    /**
     * How the difference of two logits changes with the features. In a cosine layer the norm of the features counts as
     * a constant, so that features times derivative is the difference of the cosines.
     *
     * @param features of one text, {@code [features]}
     * @param c the class whose logit counts positive
     * @param other the class whose logit counts negative; {@link #NONE} for the logit of {@code c} by itself
     * @return {@code [features]}, new
     */
    public float[] derivative(float[] features, int c, int other) {
        float[] derivative = new float[features.length];
        float factor = cosine ? factorToNorm(features, 1) : 1;
        for (int i = 0; i < weights.length; i++) {
            derivative[i] = factor * (float) difference(weights[i], c, other);
        }
        if (wide > 0) {
            derivative[weights.length + c] = wide;
            if (other != NONE) {
                derivative[weights.length + other] = -wide;
            }
        }
        return derivative;
    }

    /**
     * A number of one class less that of another.
     *
     * @param row one number per class, {@code [classes]}
     * @param c the class whose number counts positive
     * @param other the class whose number counts negative; {@link #NONE} for that of {@code c} by itself
     * @return the difference
     */
    public static double difference(float[] row, int c, int other) {
        return other == NONE ? row[c] : (double) row[c] - row[other];
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
        if (wide > 0) {
            addWide(features, logits);
        }
        return logits;
    }

    private void addWide(float[][] features, float[][] logits) {
        for (int text = 0; text < logits.length; text++) {
            for (int c = 0; c < bias.length; c++) {
                logits[text][c] = Math.fma(wide, features[text][weights.length + c], logits[text][c]);
            }
        }
    }
}
