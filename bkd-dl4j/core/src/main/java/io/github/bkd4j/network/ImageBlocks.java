package io.github.bkd4j.network;

import io.github.bkd4j.backend.Backend;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;

/** Reads and writes whole images of a batch {@code [batch, channels, height, width]} in ND4J's CPU memory. */
final class ImageBlocks {

    private final FloatPointer first;
    private final int size; // numbers per image

    ImageBlocks(INDArray batch) {
        this.first = new FloatPointer(batch.data().addressPointer());
        this.size = Math.toIntExact(batch.length() / batch.size(0));
    }

    /** Whether Java can access the numbers directly: single precision on the CPU. */
    static boolean canRead(DataType type) {
        return type == DataType.FLOAT && onCpu();
    }

    static boolean onCpu() {
        return Backend.running() == Backend.CPU;
    }

    /** The batch in row-major order and the given type; copied only if it is not. */
    static INDArray inOrder(INDArray batch, DataType type) {
        return batch.dataType() == type && batch.ordering() == 'c' && Shape.hasDefaultStridesForShape(batch)
                ? batch
                : batch.castTo(type).dup('c');
    }

    void read(int image, float[] into) {
        at(image).get(into);
    }

    void write(int image, float[] from) {
        at(image).put(from);
    }

    private FloatPointer at(int image) {
        return new FloatPointer(first).position((long) image * size);
    }
}
