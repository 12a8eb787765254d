package io.github.bkd4j.text;

import io.github.bkd4j.kernel.Tokens;
import java.util.Arrays;

/** The tokens of texts as rows of ids, each with its weight; ragged. Immutable and thread-safe. */
public final class TokenRows implements Tokens.Source {

    private final int[][] ids; // [texts][tokens]
    private final float[][] weights; // [texts][tokens]

    TokenRows(int[][] ids, float[][] weights) {
        this.ids = ids;
        this.weights = weights;
    }

    /** Tokens in order, each of weight 1. */
    static TokenRows sequences(int[][] ids) {
        float[][] ones = new float[ids.length][];
        for (int text = 0; text < ids.length; text++) {
            ones[text] = new float[ids[text].length];
            Arrays.fill(ones[text], 1);
        }
        return new TokenRows(ids, ones);
    }

    @Override
    public int size() {
        return ids.length;
    }

    /**
     * Number of tokens of a text.
     *
     * @param text position of the text
     * @return at least 1
     */
    public int length(int text) {
        return ids[text].length;
    }

    /**
     * The token ids of a text.
     *
     * @param text position of the text
     * @return ids in order, shared
     */
    public int[] ids(int text) {
        return ids[text];
    }

    /**
     * How much the tokens of a text count.
     *
     * @param text position of the text
     * @return weights in order, shared
     */
    public float[] weights(int text) {
        return weights[text];
    }

    @Override
    public Tokens tokens(int first, int end) {
        return Tokens.of(Arrays.copyOfRange(ids, first, end), Arrays.copyOfRange(weights, first, end));
    }

    /**
     * The tokens of some texts.
     *
     * @param texts positions of the texts
     * @return a batch, in the order of {@code texts}
     */
    public Tokens batch(int... texts) {
        int[][] batchIds = new int[texts.length][];
        float[][] batchWeights = new float[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            batchIds[i] = ids[texts[i]];
            batchWeights[i] = weights[texts[i]];
        }
        return Tokens.of(batchIds, batchWeights);
    }
}
