package io.github.bkd4j.text;

import io.github.bkd4j.input.Features;
import io.github.bkd4j.kernel.Tokens;
import java.util.Arrays;
import java.util.List;

/** Bags of weighted tokens: the distinct tokens of each text, in order of their ids. */
final class TokenBags implements TokenInputs {

    private final int[][] ids; // [texts][distinct tokens]
    private final float[][] weights; // [texts][distinct tokens]

    private TokenBags(int[][] ids, float[][] weights) {
        this.ids = ids;
        this.weights = weights;
    }

    /** Every token of a text alike; a token that comes twice counts twice. */
    static TokenBags mean(int[][] tokens) {
        return weigh(tokens, (id, times, total) -> (double) times / total, false);
    }

    /** {@code (1 + ln tf) idf}, each text's weights of Euclidean norm 1; the unknown token alone has weight 0. */
    static TokenBags tfIdf(int[][] tokens, Vocabulary vocabulary) {
        return weigh(tokens, (id, times, total) -> (1 + Math.log(times)) * vocabulary.idf(id), true);
    }

    @FunctionalInterface
    private interface Weight {
        double of(int id, int times, int total);
    }

    private static TokenBags weigh(int[][] tokens, Weight weight, boolean unitNorm) {
        int[][] ids = new int[tokens.length][];
        float[][] weights = new float[tokens.length][];
        for (int i = 0; i < tokens.length; i++) {
            int[] sorted = tokens[i].clone();
            Arrays.sort(sorted);
            ids[i] = Arrays.stream(sorted).distinct().toArray();
            weights[i] = weights(sorted, ids[i], weight, unitNorm);
        }
        return new TokenBags(ids, weights);
    }

    private static float[] weights(int[] sorted, int[] distinct, Weight weight, boolean unitNorm) {
        double[] weights = new double[distinct.length];
        int next = 0;
        for (int i = 0; i < distinct.length; i++) {
            int first = next;
            while (next < sorted.length && sorted[next] == distinct[i]) {
                next++;
            }
            weights[i] = weight.of(distinct[i], next - first, sorted.length);
        }
        double norm = unitNorm ? norm(weights) : 1;
        float[] scaled = new float[weights.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = norm == 0 ? 0 : (float) (weights[i] / norm);
        }
        return scaled;
    }

    private static double norm(double[] weights) {
        double squares = 0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        return Math.sqrt(squares);
    }

    @Override
    public int size() {
        return ids.length;
    }

    @Override
    public int length(int row) {
        return ids[row].length;
    }

    @Override
    public Tokens tokens(int first, int end) {
        return Tokens.of(Arrays.copyOfRange(ids, first, end), Arrays.copyOfRange(weights, first, end));
    }

    @Override
    public Features features(int... rows) {
        Padded tokens = new Padded(rows.length, TokenSequences.longest(this, rows));
        Padded padded = new Padded(rows.length, tokens.width());
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            for (int position = 0; position < ids[row].length; position++) {
                tokens.set(i, position, ids[row][position]);
                padded.set(i, position, weights[row][position]);
            }
        }
        return new Features(List.of(tokens.array(), padded.array()), List.of());
    }
}
