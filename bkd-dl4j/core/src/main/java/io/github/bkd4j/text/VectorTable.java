package io.github.bkd4j.text;

/** Vectors in the order of a vocabulary's ids, 0 where there is none: the first state of a table of embeddings. */
public final class VectorTable {

    private final float[][] rows; // [ids][dimension]; tokens without a vector share the row of the unknown token
    private final int found;

    VectorTable(float[][] rows, int found) {
        this.rows = rows;
        this.found = found;
    }

    /**
     * Number of rows, that of the unknown token included.
     *
     * @return the size of the vocabulary, at least 1
     */
    public int size() {
        return rows.length;
    }

    /**
     * Length of a row.
     *
     * @return at least 1
     */
    public int dimension() {
        return rows[0].length;
    }

    /**
     * The vector of one token.
     *
     * @param id of the token, from 0
     * @return {@code [dimension]}, shared: copy it before changing it
     */
    public float[] row(int id) {
        return rows[id];
    }

    /**
     * How many of the vocabulary's tokens have a vector.
     *
     * @return from 0 to {@code size() - 1}
     */
    public int found() {
        return found;
    }

    /**
     * The share of the vocabulary's tokens that have a vector.
     *
     * @return in [0, 1]; 0 for a vocabulary without tokens
     */
    public double coverage() {
        return rows.length == 1 ? 0 : (double) found / (rows.length - 1);
    }

    @Override
    public String toString() {
        return "VectorTable[found=" + found + " of " + (rows.length - 1) + ", dimension=" + dimension() + "]";
    }
}
