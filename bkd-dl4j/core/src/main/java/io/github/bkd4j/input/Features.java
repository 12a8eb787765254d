package io.github.bkd4j.input;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network's input for one batch.
 *
 * @param arrays one a network input, each {@code [batch, ...]}
 * @param masks one a network input, or none at all
 */
public record Features(List<INDArray> arrays, List<INDArray> masks) {

    /**
     * Copies the lists.
     *
     * @param arrays see {@link Features}
     * @param masks see {@link Features}
     */
    public Features {
        arrays = List.copyOf(arrays);
        masks = List.copyOf(masks);
    }

    /**
     * The arrays as DL4J takes them.
     *
     * @return one a network input
     */
    public INDArray[] featureArray() {
        return arrays.toArray(new INDArray[0]);
    }

    /**
     * The masks as DL4J takes them.
     *
     * @return one a network input, or null for none
     */
    @SuppressWarnings("NullAway") // DL4J says "no mask" with null
    public INDArray[] maskArray() {
        return masks.isEmpty() ? null : masks.toArray(new INDArray[0]);
    }
}
