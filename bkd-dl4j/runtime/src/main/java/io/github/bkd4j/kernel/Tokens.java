package io.github.bkd4j.kernel;

import java.util.Arrays;
import lombok.EqualsAndHashCode;

/**
 * The tokens of a batch of texts, ragged, and the distinct ones among them. A distinct token is identified by its
 * position among them, its slot: what depends on the token alone is computed once per slot. Immutable.
 */
@EqualsAndHashCode
public final class Tokens {

    private final int[][] slots; // [texts][tokens]
    private final float[][] weights; // [texts][tokens]
    private final int[] ids; // [slots]

    private Tokens(int[][] slots, float[][] weights, int[] ids) {
        this.slots = slots;
        this.weights = weights;
        this.ids = ids;
    }

    /** Texts whose tokens can be had part by part. */
    public interface Source {

        /**
         * Number of texts.
         *
         * @return at least 0
         */
        int size();

        /**
         * The tokens of some texts that follow each other.
         *
         * @param first position of the first text
         * @param end behind the last
         * @return a batch
         */
        Tokens tokens(int first, int end);
    }

    /**
     * Finds the distinct tokens.
     *
     * @param ids token ids, at least 0, {@code [texts][tokens]}
     * @param weights how much each counts, {@code [texts][tokens]}
     * @return the batch; slots in the order in which their tokens first come
     */
    public static Tokens of(int[][] ids, float[][] weights) {
        SlotMap map =
                new SlotMap(Arrays.stream(ids).mapToInt(text -> text.length).sum());
        int[][] slots = new int[ids.length][];
        for (int text = 0; text < ids.length; text++) {
            slots[text] = new int[ids[text].length];
            for (int token = 0; token < slots[text].length; token++) {
                slots[text][token] = map.slotOf(ids[text][token]);
            }
        }
        return new Tokens(slots, weights, map.keys());
    }

    /**
     * Number of texts.
     *
     * @return at least 0
     */
    public int texts() {
        return slots.length;
    }

    /**
     * The distinct tokens.
     *
     * @return token ids of the slots, {@code [slots]}, shared
     */
    public int[] ids() {
        return ids;
    }

    /**
     * The tokens of a text, in order.
     *
     * @param text position of the text
     * @return their slots, shared
     */
    public int[] slots(int text) {
        return slots[text];
    }

    /**
     * How much the tokens of a text count.
     *
     * @param text position of the text
     * @return their weights, in order, shared
     */
    public float[] weights(int text) {
        return weights[text];
    }

    /** Rows of a table by slot, not copies, [slots][columns]. */
    float[][] rows(ParameterTable table) {
        float[][] rows = new float[ids.length][];
        for (int slot = 0; slot < rows.length; slot++) {
            rows[slot] = table.row(ids[slot]);
        }
        return rows;
    }
}
