package io.github.bkd4j.network;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;

/** Base of configurations of vertices with one input, whose parameters, if any, DL4J does not manage. */
abstract class VertexWithoutParameters extends GraphVertex {

    private static final long serialVersionUID = 1L;

    @Override
    public final int minVertexInputs() {
        return 1;
    }

    @Override
    public final int maxVertexInputs() {
        return 1;
    }

    @Override
    public final long numParams(boolean backprop) {
        return 0;
    }

    @Override
    public final MemoryReport getMemoryReport(InputType... inputTypes) {
        return new LayerMemoryReport.Builder(null, getClass(), inputTypes[0], getOutputType(-1, inputTypes))
                .standardMemory(0, 0)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(0, 0)
                .build();
    }
}
