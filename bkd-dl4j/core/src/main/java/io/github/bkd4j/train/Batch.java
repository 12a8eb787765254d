package io.github.bkd4j.train;

import io.github.bkd4j.input.Features;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The inputs and labels of one optimiser step. Owns the native memory of its arrays until it is closed. */
record Batch(Features features, INDArray labels) implements AutoCloseable {

    @Override
    public void close() {
        features.arrays().forEach(INDArray::close);
        features.masks().forEach(INDArray::close);
        labels.close();
    }
}
