package io.github.bkd4j.network;

import io.github.bkd4j.input.Batches;
import io.github.bkd4j.input.Features;
import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.kernel.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.updater.graph.ComputationGraphUpdater;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * A ComputationGraph with the parameters of its text vertices, which DL4J does not manage. Owns the native memory of
 * its graph. Train on one thread only.
 */
public sealed class Network permits JointNetwork {

    private static final int BATCH = 256;

    private final ComputationGraph graph;

    /**
     * Wraps a graph.
     *
     * @param graph initialised, with one output layer of identity activation
     */
    public Network(ComputationGraph graph) {
        this.graph = graph;
    }

    /**
     * Whether a teacher runs beside the student.
     *
     * @return true for a {@link JointNetwork}, false for every other network
     */
    public boolean hasTeacher() {
        return false;
    }

    /**
     * The network without the teacher.
     *
     * @return this network if it has no teacher; otherwise an independent copy of the student in its current state
     */
    public Network alone() {
        return this;
    }

    /**
     * The underlying graph.
     *
     * @return the live graph, not a copy
     */
    public ComputationGraph graph() {
        return graph;
    }

    /**
     * The text vertices, whose parameters DL4J does not manage.
     *
     * @return by vertex name, in the order of the names; empty if there are none
     */
    public Map<String, TextVertex> texts() {
        Map<String, TextVertex> texts = new TreeMap<>();
        graph.getConfiguration().getVertices().forEach((name, vertex) -> {
            if (vertex instanceof TextVertex text) {
                texts.put(name, text);
            }
        });
        return texts;
    }

    /**
     * Number of parameters, embeddings included.
     *
     * @return at least 1
     */
    public long parameters() {
        return graph.numParams()
                + texts().values().stream()
                        .mapToLong(TextVertex::parameterCount)
                        .sum();
    }

    /**
     * Number of classes.
     *
     * @return outputs of the output layer
     */
    public int classes() {
        return Math.toIntExact(outputLayer().getNOut());
    }

    /**
     * Sets the loss of the output layer.
     *
     * @param loss a loss on logits
     */
    public void trainUnder(ILossFunction loss) {
        outputLayer().setLossFn(loss);
    }

    /**
     * Sets the loss of the output layer, for a student with or without a teacher beside it.
     *
     * @param loss a loss on logits; its labels hold the teacher's columns beside the one-hot labels if it needs a
     *     teacher
     * @param beside computes these columns from the teacher's logits, {@code [classes]}; used only if the network has a
     *     teacher
     */
    public void trainUnder(ILossFunction loss, UnaryOperator<float[]> beside) {
        trainUnder(loss);
    }

    /**
     * Sets the L2 penalty on the weights of DL4J's layers, but not on biases and batch normalisation.
     *
     * @param l2 the multiple of each weight that is added to its gradient, at least 0; 0 leaves the layers unchanged
     */
    public void penalise(double l2) {
        for (Layer layer : l2 == 0 ? new Layer[0] : graph.getLayers()) {
            if (layer.conf().getLayer() instanceof BaseLayer weighted) {
                weighted.setRegularization(List.of(new L2Regularization(l2)));
            }
        }
    }

    private BaseOutputLayer outputLayer() {
        return (BaseOutputLayer) graph.getLayer(output()).conf().getLayer();
    }

    /**
     * The name of the output layer.
     *
     * @return its vertex name in the graph
     */
    public String output() {
        return graph.getConfiguration().getNetworkOutputs().get(0);
    }

    /**
     * Finds parameters that are NaN or infinite.
     *
     * @return the name of the first layer or text vertex, from input to output, with such a parameter; empty if all are
     *     finite
     */
    public Optional<String> firstNonFinite() {
        Map<String, TextVertex> texts = texts();
        return Arrays.stream(graph.topologicalSortOrder())
                .mapToObj(position -> graph.getVertices()[position])
                .filter(vertex -> !isFinite(vertex, texts.get(vertex.getVertexName())))
                .map(GraphVertex::getVertexName)
                .findFirst();
    }

    private static boolean isFinite(GraphVertex vertex, @Nullable TextVertex text) {
        if (text != null) {
            return text.parameters().stream().allMatch(ParameterTable::isFinite);
        }
        return !vertex.hasLayer()
                || vertex.getLayer().numParams() == 0
                || Double.isFinite(vertex.getLayer().params().sumNumber().doubleValue());
    }

    /**
     * Trains on one batch.
     *
     * @param features the batch
     * @param labels in the form that the loss expects, {@code [batch, columns]}
     */
    public void fit(Features features, INDArray labels) {
        feed(features);
        graph.fit(features.featureArray(), new INDArray[] {labels}, features.maskArray(), null);
    }

    /**
     * Runs the graph on one batch, without dropout.
     *
     * @param features the batch
     * @return the output, {@code [batch, classes]}
     */
    public synchronized INDArray output(Features features) {
        feed(features);
        return graph.output(false, features.featureArray(), features.maskArray())[0];
    }

    void feed(Features features) {
        Tokens tokens = features.tokens();
        if (tokens != null) {
            texts().values().forEach(text -> text.feed(tokens));
        }
    }

    /**
     * Predicts all instances with the current parameters.
     *
     * @param inputs encoded instances
     * @return logits, {@code [instances][classes]}
     */
    public float[][] logits(Inputs inputs) {
        return inputs instanceof TokenInputs tokens
                ? GraphKernel.of(graph)
                        .map(kernel -> kernel.logits(tokens.rows()))
                        .orElseGet(() -> graphLogits(inputs))
                : graphLogits(inputs);
    }

    private float[][] graphLogits(Inputs inputs) {
        float[][] logits = new float[inputs.size()][];
        for (int[] rows : Batches.sorted(inputs, BATCH)) {
            float[][] batch = output(inputs.features(rows)).toFloatMatrix(); // [rows, classes]
            for (int i = 0; i < rows.length; i++) {
                logits[rows[i]] = batch[i];
            }
        }
        return logits;
    }

    /**
     * An independent copy with parameters, optimiser state and step counts, but without listeners. DL4J's own
     * {@code clone()} resets the step count, shares the list of listeners, and does not notify them of gradients.
     *
     * @return a copy
     */
    public Network copy() {
        ComputationGraphConfiguration configuration = graph.getConfiguration().clone();
        configuration.setIterationCount(graph.getIterationCount());
        configuration.setEpochCount(graph.getEpochCount());
        ComputationGraph copy = new ComputationGraph(configuration);
        copy.init(graph.params(), true);
        ComputationGraphUpdater updater = graph.getUpdater(false);
        if (updater != null && updater.getStateViewArray() != null) {
            copy.getUpdater().setStateViewArray(updater.getStateViewArray().dup());
        }
        return new Network(copy);
    }
}
