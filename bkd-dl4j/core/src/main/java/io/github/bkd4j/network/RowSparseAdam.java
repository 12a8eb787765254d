package io.github.bkd4j.network;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Trains the embedding tables of a graph, at each step of {@code fit}: add it to the graph's listeners, or the tables
 * stay as they are. Frozen vertices are left alone. The Adam is lazy: a row that is not in the batch keeps its moments,
 * where dense Adam would let them decay and go on moving the row; a row that is in every batch is trained the same by
 * both.
 */
public final class RowSparseAdam extends BaseTrainingListener {

    private final Adam adam;

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
        double learningRate = adam.getLearningRate(graph.getIterationCount(), graph.getEpochCount());
        for (GraphVertex vertex : graph.getVertices()) {
            if (vertex instanceof RowSparseVertex sparse) {
                sparse.step(adam, learningRate);
            }
        }
    }
}
