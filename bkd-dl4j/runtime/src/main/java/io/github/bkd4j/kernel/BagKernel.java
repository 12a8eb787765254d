package io.github.bkd4j.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The weighted sum of a text's embeddings, then a ReLU; with a hidden layer the ReLU comes after that alone.
 *
 * @param vocabulary number of embeddings
 * @param dimension length of an embedding
 * @param hidden units of the hidden layer, 0 for none
 * @param deviation standard deviation of new embeddings
 */
public record BagKernel(int vocabulary, int dimension, int hidden, double deviation) implements TextKernel {

    @Override
    public int features() {
        return hidden == 0 ? dimension : hidden;
    }

    @Override
    public List<TableShape> shapes() {
        TableShape embeddings = new TableShape(vocabulary, dimension);
        return hidden == 0
                ? List.of(embeddings)
                : List.of(embeddings, new TableShape(dimension, hidden), new TableShape(1, hidden));
    }

    @Override
    public List<ParameterTable> draw(long seed) {
        Random random = new Random(seed);
        List<ParameterTable> tables =
                new ArrayList<>(List.of(Embeddings.draw(vocabulary, dimension, deviation, random)));
        if (hidden > 0) {
            tables.addAll(Dense.draw(dimension, hidden, random));
        }
        return tables;
    }

    @Override
    public Pass forward(List<ParameterTable> parameters, Tokens tokens) {
        float[][] sums = new float[tokens.texts()][dimension];
        Matrices.parallel(sums.length, text -> sum(parameters.get(0), tokens, text, sums[text]));
        return hidden == 0
                ? new BagPass(tokens, Relu.of(sums), null)
                : new BagPass(tokens, sums, new Dense(sums, parameters.get(1), parameters.get(2)));
    }

    private static void sum(ParameterTable table, Tokens tokens, int text, float[] sum) {
        int[] slots = tokens.slots(text);
        float[][] rows = new float[slots.length][];
        for (int token = 0; token < rows.length; token++) {
            rows[token] = table.row(tokens.ids()[slots[token]]);
        }
        Matrices.add(tokens.weights(text), rows, sum);
    }

    private static final class BagPass implements Pass {

        private final Tokens tokens;
        private final float[][] sums; // [texts][dimension], after the ReLU if there is no hidden layer
        private final @Nullable Dense dense;

        BagPass(Tokens tokens, float[][] sums, @Nullable Dense dense) {
            this.tokens = tokens;
            this.sums = sums;
            this.dense = dense;
        }

        @Override
        public float[][] features() {
            return dense == null ? sums : dense.features();
        }

        @Override
        public List<RowGradient> backward(float[][] epsilon) {
            if (dense == null) {
                Relu.backward(sums, epsilon);
                return List.of(TokenGradient.ofBags(tokens, epsilon));
            }
            List<RowGradient> gradients = new ArrayList<>(dense.backward(epsilon));
            gradients.add(0, TokenGradient.ofBags(tokens, dense.inputEpsilon(epsilon)));
            return gradients;
        }
    }
}
