package io.github.bkd4j.network;

import io.github.bkd4j.io.Work;
import io.github.bkd4j.kernel.AdamStep;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Trains the parameters of a graph's text vertices, at each step of {@code fit}: add it to the graph's listeners, or
 * they stay as they are. Other threads begin while DL4J updates its own parameters; when {@code fit} returns all are
 * done. Frozen vertices are left alone. The Adam is lazy: a row that is not in the batch keeps its moments, where dense
 * Adam would let them decay and go on moving the row; a row that is in every batch is trained the same by both.
 */
public final class RowSparseAdam extends BaseTrainingListener {

    private final Adam adam;
    private final List<Work> begun = new ArrayList<>();

    /**
     * Takes the settings of the dense parameters' updater.
     *
     * @param adam its learning rate or schedule, decay rates of the moments, and epsilon
     */
    public RowSparseAdam(Adam adam) {
        this.adam = adam;
    }

    @Override
    public void onGradientCalculation(Model model) {
        ComputationGraph graph = (ComputationGraph) model;
        AdamStep step = new AdamStep(
                adam.getLearningRate(graph.getIterationCount(), graph.getEpochCount()),
                (float) adam.getBeta1(),
                (float) adam.getBeta2(),
                (float) adam.getEpsilon());
        for (GraphVertex vertex : graph.getVertices()) {
            if (vertex instanceof RunningTextVertex text) {
                begun.addAll(text.step(step));
            }
        }
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        begun.forEach(Work::join);
        begun.clear();
    }
}
