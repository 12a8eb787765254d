package io.github.bkd4j.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A bag beside a linear model of the same tokens: wide and deep (Cheng et al., Wide &amp; Deep Learning for Recommender
 * Systems, DLRS 2016). Its features are those of the bag, and behind them one per class: the weighted sum of the
 * tokens' rows of a sparse table, without a ReLU. An {@link OutputKernel#wide} layer adds these to the logits of the
 * others.
 *
 * @param bag the deep part
 * @param wide which classes each token votes for: rows are tokens, columns are classes
 */
public record WideBagKernel(BagKernel bag, Sparsity wide) implements TextKernel {

    /**
     * Checks that each embedding has a row.
     *
     * @param bag see {@link WideBagKernel}
     * @param wide see {@link WideBagKernel}
     * @throws IllegalArgumentException if the sparse table has another number of rows than the bag has embeddings
     */
    public WideBagKernel {
        if (wide.rows() != bag.vocabulary()) {
            throw new IllegalArgumentException(
                    "the wide table must have a row per embedding, " + bag.vocabulary() + ", but had " + wide.rows());
        }
    }

    @Override
    public int features() {
        return bag.features() + wide.columns();
    }

    @Override
    public List<TableShape> shapes() {
        List<TableShape> shapes = new ArrayList<>(bag.shapes());
        shapes.add(wide.shape());
        return shapes;
    }

    /** The wide table starts from zero. */
    @Override
    public List<ParameterTable> draw(long seed) {
        List<ParameterTable> tables = new ArrayList<>(bag.draw(seed));
        tables.add(wide.zeros());
        return tables;
    }

    @Override
    public Pass forward(List<ParameterTable> parameters, Tokens tokens) {
        Pass deep = bag.forward(parameters, tokens);
        float[][] votes = wide.sums(parameters.get(parameters.size() - 1), tokens);
        float[][] features = new float[tokens.texts()][];
        for (int text = 0; text < features.length; text++) {
            features[text] = Arrays.copyOf(deep.features()[text], features());
            System.arraycopy(votes[text], 0, features[text], bag.features(), votes[text].length);
        }
        return new WidePass(tokens, deep, features);
    }

    private final class WidePass implements Pass {

        private final Tokens tokens;
        private final Pass deep;
        private final float[][] features; // [texts][features of the bag + classes]

        WidePass(Tokens tokens, Pass deep, float[][] features) {
            this.tokens = tokens;
            this.deep = deep;
            this.features = features;
        }

        @Override
        public float[][] features() {
            return features;
        }

        @Override
        public List<RowGradient> backward(float[][] epsilon) {
            List<RowGradient> gradients = new ArrayList<>(deep.backward(part(epsilon, 0, bag.features())));
            gradients.add(wide.gradient(tokens, part(epsilon, bag.features(), epsilon[0].length)));
            return gradients;
        }

        private static float[][] part(float[][] rows, int from, int to) {
            return Arrays.stream(rows)
                    .map(row -> Arrays.copyOfRange(row, from, to))
                    .toArray(float[][]::new);
        }
    }
}
