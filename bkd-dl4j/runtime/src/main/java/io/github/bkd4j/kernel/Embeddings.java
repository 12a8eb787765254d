package io.github.bkd4j.kernel;

import java.util.Random;

/** New tables of embeddings. */
final class Embeddings {

    private Embeddings() {}

    /** Normally distributed; row 0, the unknown token, is zero. */
    static ParameterTable draw(int vocabulary, int dimension, double deviation, Random random) {
        ParameterTable table = new ParameterTable(vocabulary, dimension);
        for (int id = 1; id < vocabulary; id++) {
            for (int d = 0; d < dimension; d++) {
                table.row(id)[d] = (float) (deviation * random.nextGaussian());
            }
        }
        return table;
    }
}
