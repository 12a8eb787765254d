package io.github.bkd4j.network;

import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.loss.CrossEntropyLoss;
import io.github.bkd4j.text.TextEncoding;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A wide bag whose wide part knows where it starts.
 *
 * @param bag the architecture
 * @param start of the wide part
 */
record StartedBag(BagOfEmbeddings bag, WideStart start) implements TextArchitecture {

    @Override
    public String name() {
        return bag.name();
    }

    @Override
    public TextEncoding text() {
        return bag.text();
    }

    @Override
    public double learningRate() {
        return bag.learningRate();
    }

    @Override
    public ComputationGraph build(InputShape input, int classes, IUpdater updater, long seed) {
        BagOfEmbeddings.tokens(input); // refuses others
        WideBagVertex vertex =
                new WideBagVertex(bag.dimension(), bag.hidden(), BagOfEmbeddings.DEVIATION, seed, start.wide());
        GraphBuilder graph = Wiring.start(updater, seed, vertex);
        int deep = vertex.kernel().bag().features();
        ComputationGraph built = Wiring.finish(
                graph, Wiring.TEXT, WideOutputLayer.of(new CrossEntropyLoss(), deep, classes, bag.dropout()));
        start(new Network(built));
        return built;
    }

    private void start(Network network) {
        for (TextVertex vertex : network.texts().values()) {
            List<ParameterTable> tables = vertex.parameters();
            float[][] weights = tables.get(tables.size() - 1).rows();
            for (int id = 0; id < weights.length; id++) {
                System.arraycopy(start.table().row(id), 0, weights[id], 0, weights[id].length);
            }
        }
        network.graph()
                .getLayer(network.output())
                .getParam(DefaultParamInitializer.BIAS_KEY)
                .assign(Nd4j.createFromArray(start.bias()));
    }
}
