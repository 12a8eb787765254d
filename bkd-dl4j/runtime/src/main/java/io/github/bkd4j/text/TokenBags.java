package io.github.bkd4j.text;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Makes bags of weighted tokens: the distinct tokens of each text, in order of their ids. */
final class TokenBags {

    private TokenBags() {}

    /** Every token of a text alike; a token that comes twice counts twice. */
    static TokenRows mean(int[][] tokens) {
        return weigh(tokens, (id, times, total) -> (double) times / total);
    }

    /**
     * {@code (1 + ln tf) idf}, each text's weights of Euclidean norm 1; the unknown token alone has weight 0. Where
     * runs of characters are tokens, they and the words have half of the square each: there are many more of them.
     */
    static TokenRows tfIdf(int[][] tokens, Vocabulary vocabulary, boolean characters) {
        TokenRows bags = weigh(tokens, (id, times, total) -> (1 + Math.log(times)) * vocabulary.idf(id));
        double norm = characters ? Math.sqrt(0.5) : 1;
        for (int i = 0; i < bags.size(); i++) {
            normalise(bags.ids(i), bags.weights(i), id -> !vocabulary.isCharacters(id), norm);
            normalise(bags.ids(i), bags.weights(i), vocabulary::isCharacters, norm);
        }
        return bags;
    }

    @FunctionalInterface
    private interface Weight {
        double of(int id, int times, int total);
    }

    private static TokenRows weigh(int[][] tokens, Weight weight) {
        int[][] ids = new int[tokens.length][];
        float[][] weights = new float[tokens.length][];
        for (int i = 0; i < tokens.length; i++) {
            int[] sorted = tokens[i].clone();
            Arrays.sort(sorted);
            ids[i] = distinct(sorted);
            weights[i] = weights(sorted, ids[i], weight);
        }
        return new TokenRows(ids, weights);
    }

    private static int[] distinct(int[] sorted) {
        int[] distinct = new int[sorted.length];
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                distinct[size] = sorted[i];
                size++;
            }
        }
        return Arrays.copyOf(distinct, size);
    }

    private static float[] weights(int[] sorted, int[] distinct, Weight weight) {
        float[] weights = new float[distinct.length];
        int next = 0;
        for (int i = 0; i < distinct.length; i++) {
            int first = next;
            while (next < sorted.length && sorted[next] == distinct[i]) {
                next++;
            }
            weights[i] = (float) weight.of(distinct[i], next - first, sorted.length);
        }
        return weights;
    }

    /** Scales the weights of the tokens that are meant to a Euclidean norm; leaves them if all are 0. */
    private static void normalise(int[] ids, float[] weights, IntPredicate meant, double norm) {
        double squares = 0;
        for (int i = 0; i < ids.length; i++) {
            squares += meant.test(ids[i]) ? (double) weights[i] * weights[i] : 0;
        }
        double factor = squares == 0 ? 1 : norm / Math.sqrt(squares);
        for (int i = 0; i < ids.length; i++) {
            weights[i] = meant.test(ids[i]) ? (float) (factor * weights[i]) : weights[i];
        }
    }
}
