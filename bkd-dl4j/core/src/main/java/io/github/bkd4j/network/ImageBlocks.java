package io.github.bkd4j.network;

import io.github.bkd4j.backend.Backend;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;

/**
 * The images of a batch {@code [batch, channels, height, width]} in ND4J's memory on the CPU, read and written whole.
 */
final class ImageBlocks {

    private final FloatPointer first;
    private final int size; // numbers of an image

    ImageBlocks(INDArray batch) {
        this.first = new FloatPointer(batch.data().addressPointer());
        this.size = Math.toIntExact(batch.length() / batch.size(0));
    }

    /** Whether single numbers can be reached from Java: not on a device. */
    static boolean canRead(DataType type) {
        return type == DataType.FLOAT && onCpu();
    }

    static boolean onCpu() {
        return Backend.running() == Backend.CPU;
    }

    /** The same numbers in row order, copied only if they are not. */
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
