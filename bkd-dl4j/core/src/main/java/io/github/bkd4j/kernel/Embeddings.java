package io.github.bkd4j.kernel;

import java.util.Arrays;
import java.util.Random;

/** New tables of embeddings. */
final class Embeddings {

    private Embeddings() {}

    /** Normally distributed; row 0, the unknown token, is zero. */
    static ParameterTable draw(int vocabulary, int dimension, double deviation, Random random) {
        ParameterTable table = ParameterTable.normal(vocabulary, dimension, deviation, random);
        Arrays.fill(table.row(0), 0);
        return table;
    }
}
