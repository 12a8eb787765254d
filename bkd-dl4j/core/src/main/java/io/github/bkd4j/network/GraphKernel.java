package io.github.bkd4j.network;

import io.github.bkd4j.kernel.KernelNetwork;
import io.github.bkd4j.kernel.OutputKernel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Converts graphs of one text vertex and a linear or cosine output layer into networks in plain Java. */
final class GraphKernel {

    private GraphKernel() {}

    /** Shares the parameter tables and copies the output layer; empty if the graph has another structure. */
    static Optional<KernelNetwork> of(ComputationGraph graph) {
        List<TextVertex> texts = List.copyOf(new Network(graph).texts().values());
        int vertices = graph.getConfiguration().getVertices().size();
        if (texts.size() != 1 || vertices != 2 || graph.getNumOutputArrays() != 1) {
            return Optional.empty();
        }
        OutputKernel output = output(graph.getOutputLayer(0));
        return output == null
                ? Optional.empty()
                : Optional.of(
                        new KernelNetwork(texts.get(0).kernel(), texts.get(0).parameters(), output));
    }

    private static @Nullable OutputKernel output(Layer layer) {
        Object configuration = layer.conf().getLayer();
        if (configuration instanceof CosineOutputLayer cosine) {
            return OutputKernel.cosine(weights(layer), cosine.scale());
        }
        INDArray bias = layer.getParam(DefaultParamInitializer.BIAS_KEY);
        if (configuration instanceof WideOutputLayer) {
            return OutputKernel.wide(
                    weights(layer), Objects.requireNonNull(bias).toFloatVector(), 1);
        }
        return configuration.getClass() == OutputLayer.class && bias != null
                ? OutputKernel.linear(weights(layer), bias.toFloatVector())
                : null;
    }

    private static float[][] weights(Layer layer) {
        return layer.getParam(DefaultParamInitializer.WEIGHT_KEY).toFloatMatrix(); // [features, classes]
    }
}
