package io.github.bkd4j.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A layer {@code relu(x W + b)} that has been run: [n, in] to [n, out]. */
final class Dense {

    private final float[][] input; // [n][in]
    private final float[][] weights; // [in][out]
    private final float[][] features; // [n][out]

    Dense(float[][] input, ParameterTable weights, ParameterTable bias) {
        this.input = input;
        this.weights = weights.rows();
        this.features = new float[input.length][];
        Arrays.setAll(features, n -> bias.row(0).clone());
        Matrices.addProduct(input, this.weights, features);
        Relu.of(features);
    }

    /** Weights for a ReLU (He et al., ICCV 2015), and a bias of 0. */
    static List<ParameterTable> draw(int in, int out, Random random) {
        return List.of(ParameterTable.normal(in, out, Math.sqrt(2.0 / in), random), new ParameterTable(1, out));
    }

    float[][] features() {
        return features;
    }

    /** Gradients of weights and bias; {@code epsilon} [n, out] is cut by the ReLU in place. */
    List<RowGradient> backward(float[][] epsilon) {
        Relu.backward(features, epsilon);
        float[][] byWeights = new float[weights.length][features[0].length];
        Matrices.addProduct(Matrices.transposed(input, weights.length), epsilon, byWeights);
        float[] byBias = new float[features[0].length];
        for (float[] row : epsilon) {
            Matrices.add(1, row, byBias);
        }
        return List.of(RowGradient.dense(byWeights), RowGradient.dense(new float[][] {byBias}));
    }

    /** The derivative with respect to the input, of an epsilon that {@link #backward} has cut, [n, in]. */
    float[][] inputEpsilon(float[][] epsilon) {
        float[][] byInput = new float[input.length][weights.length];
        Matrices.addProduct(epsilon, Matrices.transposed(weights, features[0].length), byInput);
        return byInput;
    }
}
