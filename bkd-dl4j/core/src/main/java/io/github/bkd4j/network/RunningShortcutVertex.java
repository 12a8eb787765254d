package io.github.bkd4j.network;

import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The vertex of a {@link ShortcutVertex} configuration. */
@SuppressWarnings("overrides") // DL4J overrides a varargs method without varargs
final class RunningShortcutVertex extends VertexWithoutLayer {

    private final int zeros;

    RunningShortcutVertex(int zeros, ComputationGraph graph, String name, int index, DataType dataType) {
        super(graph, name, index, dataType);
        this.zeros = zeros;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaceMgr) {
        INDArray x = getInputs()[0]; // [batch, channels, height, width]
        INDArray output = workspaceMgr.create(
                ArrayType.ACTIVATIONS,
                dataType,
                new long[] {x.size(0), x.size(1) + 2L * zeros, (x.size(2) + 1) / 2, (x.size(3) + 1) / 2},
                'c');
        inner(output, x.size(1)).assign(every2nd(x));
        return output;
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaceMgr) {
        INDArray x = getInputs()[0];
        INDArray below = workspaceMgr.create(ArrayType.ACTIVATION_GRAD, dataType, x.shape(), 'c');
        every2nd(below).assign(inner(getEpsilon(), x.size(1)));
        return new Pair<>(null, new INDArray[] {below});
    }

    private static INDArray every2nd(INDArray x) {
        return x.get(
                NDArrayIndex.all(),
                NDArrayIndex.all(),
                NDArrayIndex.interval(0, 2, x.size(2)),
                NDArrayIndex.interval(0, 2, x.size(3)));
    }

    private INDArray inner(INDArray output, long channels) {
        return output.get(NDArrayIndex.all(), NDArrayIndex.interval(zeros, zeros + channels));
    }

    @Override
    public String toString() {
        return getVertexName() + ": shortcut";
    }
}
