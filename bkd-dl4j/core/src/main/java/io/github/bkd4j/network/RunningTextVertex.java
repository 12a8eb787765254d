package io.github.bkd4j.network;

import io.github.bkd4j.io.Work;
import io.github.bkd4j.kernel.AdamStep;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.kernel.RowGradient;
import io.github.bkd4j.kernel.TextKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The vertex of a {@link TextVertex} configuration. The backward pass only stores the gradient, so that gradient checks
 * work; {@link #step} trains the parameters.
 */
@SuppressWarnings("overrides") // DL4J overrides a varargs method without varargs
final class RunningTextVertex extends VertexWithoutLayer {

    private final TextVertex configuration;
    private TextKernel.@Nullable Pass pass;
    private List<RowGradient> gradients = List.of();

    RunningTextVertex(TextVertex configuration, ComputationGraph graph, String name, int index, DataType dataType) {
        super(graph, name, index, dataType);
        this.configuration = configuration;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaceMgr) {
        pass = configuration.kernel().forward(configuration.parameters(), configuration.batch());
        return workspaceMgr.leverageTo(
                ArrayType.ACTIVATIONS, Floats.array(pass.features()).castTo(dataType));
    }

    @Override
    public Pair<Gradient, @Nullable INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaceMgr) {
        // DL4J sums over the batch and divides by its size in the updater, which does not handle these parameters
        float[][] epsilon = Floats.rows(getEpsilon(), 1f / getEpsilon().size(0));
        gradients = Objects.requireNonNull(pass).backward(epsilon);
        return new Pair<>(null, new @Nullable INDArray[getNumInputArrays()]);
    }

    /** The gradients of the mean loss from the last backward pass, one per table. */
    List<RowGradient> gradients() {
        return gradients;
    }

    /** Starts an update of the parameters by the gradients of the last backward pass, and clears these. */
    List<Work> step(AdamStep adam) {
        List<ParameterTable> parameters = configuration.parameters();
        List<Work> works = new ArrayList<>();
        for (int table = 0; table < gradients.size(); table++) {
            works.add(parameters.get(table).step(gradients.get(table), adam));
        }
        gradients = List.of();
        return works;
    }

    @Override
    public void clear() {
        super.clear();
        pass = null;
    }

    @Override
    public String toString() {
        return getVertexName() + ": " + configuration;
    }
}
