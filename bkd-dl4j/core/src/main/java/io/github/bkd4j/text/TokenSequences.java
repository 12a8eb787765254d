package io.github.bkd4j.text;

import io.github.bkd4j.input.Features;
import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.kernel.Tokens;
import java.util.Arrays;
import java.util.List;

/** Tokens in order, with weights that are 1, and 0 where a row is padded. */
final class TokenSequences implements TokenInputs {

    private final int[][] ids; // [texts][tokens]

    TokenSequences(int[][] ids) {
        this.ids = ids;
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
        int[][] texts = Arrays.copyOfRange(ids, first, end);
        float[][] weights = new float[texts.length][];
        for (int text = 0; text < texts.length; text++) {
            weights[text] = new float[texts[text].length];
            Arrays.fill(weights[text], 1);
        }
        return Tokens.of(texts, weights);
    }

    @Override
    public Features features(int... rows) {
        Padded tokens = new Padded(rows.length, longest(this, rows));
        Padded weights = new Padded(rows.length, tokens.width());
        for (int i = 0; i < rows.length; i++) {
            int[] row = ids[rows[i]];
            for (int position = 0; position < row.length; position++) {
                tokens.set(i, position, row[position]);
                weights.set(i, position, 1);
            }
        }
        return new Features(List.of(tokens.array(), weights.array()), List.of());
    }

    static int longest(Inputs inputs, int[] rows) {
        int longest = 0;
        for (int row : rows) {
            longest = Math.max(longest, inputs.length(row));
        }
        return longest;
    }
}
