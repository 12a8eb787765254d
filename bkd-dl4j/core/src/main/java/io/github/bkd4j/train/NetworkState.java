package io.github.bkd4j.train;

import io.github.bkd4j.archive.Archive;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.io.FloatBlock;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.network.Network;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.function.BiConsumer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Everything that training changes in a network, as blocks of an archive: parameters, optimiser state, parameter tables
 * with theirs, and the counts of iterations and epochs. Reading restores the state into an existing network.
 *
 * @param name prefix of the block names
 * @param network to read from or restore
 */
record NetworkState(String name, Network network) {

    private static final int COUNTS = 2;

    void write(Map<String, byte[]> blocks) {
        ComputationGraphConfiguration counts = network.graph().getConfiguration();
        blocks.put(
                block("counts"),
                ByteBuffer.allocate(COUNTS * Integer.BYTES)
                        .putInt(counts.getIterationCount())
                        .putInt(counts.getEpochCount())
                        .array());
        blocks.put(block("parameters.f32"), bytes(network.graph().params()));
        blocks.put(block("optimiser.f32"), bytes(optimiser()));
        forEachTable((block, table) -> blocks.put(block, table.state()));
    }

    private String block(String part) {
        return name + "/" + part;
    }

    private @Nullable INDArray optimiser() {
        return network.graph().getUpdater().getStateViewArray();
    }

    private static byte[] bytes(@Nullable INDArray numbers) {
        return numbers == null
                ? new byte[0]
                : FloatBlock.of(numbers.dup('c').data().asFloat());
    }

    private void forEachTable(BiConsumer<String, ParameterTable> action) {
        network.texts().forEach((vertex, text) -> {
            for (int t = 0; t < text.parameters().size(); t++) {
                action.accept(
                        block("tables/" + vertex + "/" + t), text.parameters().get(t));
            }
        });
    }

    void read(Archive archive) {
        ComputationGraphConfiguration counts = network.graph().getConfiguration();
        ByteBuffer counted = ByteBuffer.wrap(sized(archive, "counts", COUNTS * Integer.BYTES));
        counts.setIterationCount(counted.getInt());
        counts.setEpochCount(counted.getInt());
        assign(network.graph().params(), archive, "parameters.f32");
        assign(optimiser(), archive, "optimiser.f32");
        forEachTable((block, table) -> table.restore(archive.block(block)));
    }

    private void assign(@Nullable INDArray numbers, Archive archive, String part) {
        long length = numbers == null ? 0 : numbers.length();
        FloatBuffer values = FloatBlock.floats(sized(archive, part, length * Float.BYTES));
        if (numbers != null && length > 0) {
            float[] copy = new float[values.remaining()];
            values.get(copy);
            numbers.assign(Nd4j.createFromArray(copy).reshape(numbers.shape()));
        }
    }

    private byte[] sized(Archive archive, String part, long bytes) {
        byte[] block = archive.block(block(part));
        Checks.require(
                block.length == bytes,
                block(part) + " must have " + bytes + " bytes for this network but had " + block.length);
        return block;
    }
}
