package io.github.bkd4j.input;

import io.github.bkd4j.kernel.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network's input for one batch.
 *
 * @param arrays one per network input, each {@code [batch, ...]}
 * @param masks one per network input, or none at all
 * @param tokens what a text network reads instead of an array, or null
 */
public record Features(
        List<INDArray> arrays,
        List<INDArray> masks,
        @Nullable Tokens tokens) {

    /**
     * Features without tokens.
     *
     * @param arrays see {@link Features}
     * @param masks see {@link Features}
     */
    public Features(List<INDArray> arrays, List<INDArray> masks) {
        this(arrays, masks, null);
    }

    /**
     * Copies the lists.
     *
     * @param arrays see {@link Features}
     * @param masks see {@link Features}
     * @param tokens see {@link Features}
     */
    public Features {
        arrays = List.copyOf(arrays);
        masks = List.copyOf(masks);
    }

    /**
     * The arrays as DL4J takes them.
     *
     * @return one per network input
     */
    public INDArray[] featureArray() {
        return arrays.toArray(new INDArray[0]);
    }

    /**
     * The masks as DL4J takes them.
     *
     * @return one per network input, or null for none
     */
    @SuppressWarnings("NullAway") // DL4J says "no mask" with null
    public INDArray[] maskArray() {
        return masks.isEmpty() ? null : masks.toArray(new INDArray[0]);
    }
}
