package io.github.bkd4j.input;

import io.github.bkd4j.kernel.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The input of a network for one batch.
 *
 * @param arrays one per network input, each {@code [batch, ...]}
 * @param masks one per network input, or an empty list
 * @param tokens the input of a text network, which reads tokens instead of arrays; or null
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
     * The arrays in the form that DL4J expects.
     *
     * @return one per network input
     */
    public INDArray[] featureArray() {
        return arrays.toArray(new INDArray[0]);
    }

    /**
     * The masks in the form that DL4J expects.
     *
     * @return one per network input, or null if there are no masks
     */
    @SuppressWarnings("NullAway") // null is DL4J's value for "no mask"
    public INDArray[] maskArray() {
        return masks.isEmpty() ? null : masks.toArray(new INDArray[0]);
    }
}
