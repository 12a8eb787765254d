package io.github.bkd4j.kernel;

import java.util.Arrays;

/** The gradient of the rows that tokens look up: that of a slot is summed on demand, over the tokens that have it. */
final class TokenGradient implements RowGradient {

    private final int[] ids; // [slots]
    private final int[] starts; // [slots + 1], where the tokens of a slot begin
    private final float[][] epsilon; // [tokens of all texts, by slot][columns]
    private final float[] weights; // [tokens of all texts, by slot]

    /** Takes the derivative with respect to each token's row, before its weight: [texts][tokens][columns]. */
    TokenGradient(Tokens tokens, float[][][] byToken) {
        this.ids = tokens.ids();
        this.starts = starts(tokens);
        this.epsilon = new float[starts[ids.length]][];
        this.weights = new float[epsilon.length];
        int[] next = starts.clone();
        for (int text = 0; text < tokens.texts(); text++) {
            int[] slots = tokens.slots(text);
            for (int token = 0; token < slots.length; token++) {
                int place = next[slots[token]]++;
                epsilon[place] = byToken[text][token];
                weights[place] = tokens.weights(text)[token];
            }
        }
    }

    /** Of a bag: every token of a text has the derivative with respect to the text's sum, [texts][columns]. */
    static TokenGradient ofBags(Tokens tokens, float[][] epsilon) {
        float[][][] byToken = new float[tokens.texts()][][]; // [texts][tokens][columns]
        for (int text = 0; text < byToken.length; text++) {
            byToken[text] = new float[tokens.slots(text).length][];
            Arrays.fill(byToken[text], epsilon[text]);
        }
        return new TokenGradient(tokens, byToken);
    }

    private static int[] starts(Tokens tokens) {
        int[] starts = new int[tokens.ids().length + 1];
        for (int text = 0; text < tokens.texts(); text++) {
            for (int slot : tokens.slots(text)) {
                starts[slot + 1]++;
            }
        }
        for (int slot = 1; slot < starts.length; slot++) {
            starts[slot] += starts[slot - 1];
        }
        return starts;
    }

    @Override
    public int size() {
        return ids.length;
    }

    @Override
    public int id(int slot) {
        return ids[slot];
    }

    @Override
    public float[] row(int slot, float[] buffer) {
        Arrays.fill(buffer, 0);
        Matrices.add(weights, epsilon, starts[slot], starts[slot + 1], buffer);
        return buffer;
    }
}
