package io.github.bkd4j.kernel;

import io.github.bkd4j.io.Threads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One batch through convolutions. */
final class ConvolutionPass implements TextKernel.Pass {

    private final ConvolutionKernel kernel;
    private final List<ParameterTable> byPosition; // [positions], each [filters that reach it][dimension]
    private final Tokens tokens;
    private final float[][] embeddings; // [slots][dimension]
    private final float[][] features; // [texts][features]
    private final int[][] windows; // [texts][features], where the largest value begins

    ConvolutionPass(ConvolutionKernel kernel, List<ParameterTable> parameters, Tokens tokens) {
        this.kernel = kernel;
        this.byPosition = parameters.subList(1, parameters.size() - 1);
        this.tokens = tokens;
        this.embeddings = tokens.rows(parameters.get(0));
        this.features = new float[tokens.texts()][kernel.features()];
        this.windows = new int[tokens.texts()][kernel.features()];
        float[][][] products = products();
        float[] bias = parameters.get(parameters.size() - 1).row(0);
        Threads.run(tokens.texts(), text -> pool(text, products, bias));
    }

    /** Each distinct token times each position of the filters, [positions][slots][filters that reach it]. */
    private float[][][] products() {
        float[][][] products = new float[byPosition.size()][][];
        for (int p = 0; p < products.length; p++) {
            float[][] byDimension = Matrices.transposed(byPosition.get(p).rows(), kernel.dimension());
            products[p] = new float[embeddings.length][kernel.reaching(p)];
            Matrices.addProduct(embeddings, byDimension, products[p]);
        }
        return products;
    }

    private void pool(int text, float[][][] products, float[] bias) {
        int[] slots = tokens.slots(text);
        float[][] values = new float[Math.max(1, slots.length - kernel.narrowest() + 1)][]; // [windows][features]
        float[] largest = features[text];
        Arrays.fill(largest, Float.NEGATIVE_INFINITY);
        for (int window = 0; window < values.length; window++) {
            values[window] = window(slots, window, products);
            Matrices.maxTo(largest, values[window], window == 0 ? 0 : kernel.firstFitting(slots.length - window));
        }
        find(values, largest, windows[text]);
        Matrices.addTo(largest, bias);
        Relu.of(largest);
    }

    private static float[] window(int[] slots, int window, float[][][] products) {
        float[] value = products[0][slots[window]].clone();
        int end = Math.min(slots.length - window, products.length);
        for (int p = 1; p < end; p++) {
            Matrices.addTo(value, products[p][slots[window + p]]);
        }
        return value;
    }

    /** Where each largest value is. */
    private static void find(float[][] values, float[] largest, int[] windows) {
        for (int f = 0; f < largest.length; f++) {
            int window = 0;
            while (window < values.length - 1 && values[window][f] != largest[f]) {
                window++;
            }
            windows[f] = window;
        }
    }

    @Override
    public float[][] features() {
        return features;
    }

    @Override
    public List<RowGradient> backward(float[][] epsilon) {
        Relu.backward(features, epsilon);
        List<RowGradient> gradients = new ArrayList<>();
        gradients.add(new TokenGradient(tokens, byToken(epsilon)));
        for (float[][] gradient : byFilter(epsilon)) {
            gradients.add(RowGradient.dense(gradient));
        }
        float[] byBias = new float[kernel.features()];
        for (float[] row : epsilon) {
            Matrices.addTo(byBias, row);
        }
        gradients.add(RowGradient.dense(new float[][] {byBias}));
        return gradients;
    }

    /** The derivative with respect to each token's embedding, [texts][tokens][dimension]. */
    private float[][][] byToken(float[][] epsilon) {
        float[][][] byToken = new float[tokens.texts()][][];
        Threads.run(byToken.length, text -> {
            int length = tokens.slots(text).length;
            byToken[text] = new float[length][kernel.dimension()];
            for (int f = 0; f < kernel.features(); f++) {
                int first = windows[text][f];
                for (int p = 0; epsilon[text][f] != 0 && p < reach(f, length - first); p++) {
                    Matrices.add(epsilon[text][f], byPosition.get(p).row(f), byToken[text][first + p]);
                }
            }
        });
        return byToken;
    }

    /** The derivative with respect to the filters, [positions][filters that reach it][dimension]. */
    private float[][][] byFilter(float[][] epsilon) {
        float[][][] byFilter = new float[byPosition.size()][][];
        Arrays.setAll(byFilter, p -> new float[kernel.reaching(p)][kernel.dimension()]);
        Matrices.parallel(kernel.features(), f -> {
            for (int text = 0; text < epsilon.length; text++) {
                int[] slots = tokens.slots(text);
                int first = windows[text][f];
                for (int p = 0; epsilon[text][f] != 0 && p < reach(f, slots.length - first); p++) {
                    Matrices.add(epsilon[text][f], embeddings[slots[first + p]], byFilter[p][f]);
                }
            }
        });
        return byFilter;
    }

    private int reach(int filter, int tokensLeft) {
        return Math.min(kernel.width(filter), tokensLeft);
    }
}
