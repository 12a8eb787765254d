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
 * Trains the parameters of a graph's text vertices at each step of {@code fit}. Add it to the graph's listeners;
 * without it they stay unchanged. Works on other threads while DL4J updates its own parameters, and is done when
 * {@code fit} returns. Frozen vertices are skipped. This is lazy Adam: a row that is not in the batch keeps its moments
 * and does not move, whereas dense Adam would decay them and keep moving the row. A row that is in every batch is
 * trained identically by both.
 */
public final class RowSparseAdam extends BaseTrainingListener {

    private final Adam adam;
    private final List<Work> begun = new ArrayList<>();

    /**
     * Creates a listener with the settings of the dense parameters' updater.
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
