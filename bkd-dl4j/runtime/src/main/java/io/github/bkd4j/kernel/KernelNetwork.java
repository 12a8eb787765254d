package io.github.bkd4j.kernel;

import io.github.bkd4j.io.Threads;
import java.util.List;

/**
 * A text network that answers: a kernel, its tables, and an output layer. Thread-safe.
 *
 * @param kernel from tokens to features
 * @param tables parameters of the kernel, shared
 * @param output from features to logits
 */
public record KernelNetwork(TextKernel kernel, List<ParameterTable> tables, OutputKernel output) {

    private static final int CHUNK = 64; // texts of a task

    /**
     * Checks the shapes.
     *
     * @param kernel see {@link KernelNetwork}
     * @param tables see {@link KernelNetwork}
     * @param output see {@link KernelNetwork}
     * @throws IllegalArgumentException if the tables are not those of the kernel, or the output layer takes another
     *     number of features
     */
    public KernelNetwork {
        tables = List.copyOf(tables);
        List<TableShape> shapes = tables.stream().map(ParameterTable::shape).toList();
        if (!shapes.equals(kernel.shapes())) {
            throw new IllegalArgumentException(
                    "tables of " + kernel + " must be " + kernel.shapes() + " but were " + shapes);
        }
        if (output.features() != kernel.features()) {
            throw new IllegalArgumentException(
                    "the output layer must take " + kernel.features() + " features but took " + output.features());
        }
    }

    /**
     * Runs the network.
     *
     * @param texts what is classified
     * @return {@code [texts][classes]}
     */
    public float[][] logits(Tokens.Source texts) {
        float[][] logits = new float[texts.size()][];
        Threads.run((logits.length + CHUNK - 1) / CHUNK, chunk -> {
            int first = chunk * CHUNK;
            int end = Math.min(logits.length, first + CHUNK);
            float[][] features =
                    kernel.forward(tables, texts.tokens(first, end)).features();
            System.arraycopy(output.logits(features), 0, logits, first, end - first);
        });
        return logits;
    }

    /**
     * Number of parameters.
     *
     * @return embeddings included
     */
    public long parameters() {
        return output.parameters()
                + kernel.shapes().stream().mapToLong(TableShape::size).sum();
    }

    /**
     * The same network with its tables in 8 bits; the output layer stays as it is.
     *
     * @return a network of its own
     */
    public KernelNetwork inEightBits() {
        return new KernelNetwork(
                kernel, tables.stream().map(ParameterTable::inEightBits).toList(), output);
    }

    /**
     * The same network with changed logits.
     *
     * @param factor what they are multiplied by
     * @param shifts what is added then, {@code [classes]}
     * @return a network that shares the tables
     * @throws IllegalArgumentException if the output layer is a cosine one, or there is not one shift per class
     */
    public KernelNetwork withLogits(double factor, double[] shifts) {
        return new KernelNetwork(kernel, tables, output.withLogits(factor, shifts));
    }
}
