package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.input.Batches;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.input.Inputs;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * What every architecture does, whatever it is for.
 *
 * @param <X> what is classified
 */
abstract class AnyArchitectureContract<X> {

    static final int CLASSES = 3;

    /** Small, without dropout. */
    abstract Architecture<X> architecture();

    /** Three classes that are told apart in a moment. */
    abstract Corpus<X> corpus();

    abstract InputShape wrongShape();

    abstract String refusalOfWrongShape();

    Encoder<X> encoder() {
        return architecture().encoding().fit(corpus().instances());
    }

    Inputs inputs() {
        return encoder().encode(corpus().instances());
    }

    Network network(long seed) {
        return new Network(architecture().build(encoder().shape(), CLASSES, new Adam(0.03), seed));
    }

    INDArray labels(int... rows) {
        INDArray labels = Nd4j.zeros(DataType.FLOAT, rows.length, CLASSES);
        for (int i = 0; i < rows.length; i++) {
            labels.putScalar(i, corpus().classOf(rows[i]), 1);
        }
        return labels;
    }

    void train(Network network, Inputs inputs, int epochs) {
        int[] order = IntStream.range(0, inputs.size()).toArray();
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int[] rows : Batches.shuffled(inputs, order, 8, epoch)) {
                network.fit(inputs.features(rows), labels(rows));
            }
        }
    }

    static Network listening(Network network) {
        network.graph().setListeners(new RowSparseAdam(new Adam(0.03)));
        return network;
    }

    @Test
    void theOutputIsLogits() {
        Network network = network(1);
        INDArray output = network.output(inputs().features(0, 1));

        assertThat(output.shape()).containsExactly(2, CLASSES);
        assertThat(network.classes()).isEqualTo(CLASSES);
        assertThat(output.getRow(0).sumNumber().doubleValue()).isNotCloseTo(1, within(1e-3));
        BaseLayer last = (BaseLayer) network.graph().getOutputLayer(0).conf().getLayer();
        assertThat(last.getActivationFn()).isInstanceOf(ActivationIdentity.class);
    }

    @Test
    void learnsASeparableCorpusInAFewEpochs() {
        Inputs inputs = inputs();
        Network network = listening(network(1));
        train(network, inputs, 10);

        Logits logits = new Logits(corpus().labels(), network.logits(inputs));
        long right = IntStream.range(0, corpus().size())
                .filter(row -> logits.top(row) == corpus().classOf(row))
                .count();
        assertThat((double) right / corpus().size()).isGreaterThan(0.95);
    }

    @Test
    void anInputThatItCannotTakeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> architecture().build(wrongShape(), CLASSES, new Adam(), 1))
                .withMessage(refusalOfWrongShape());
    }

    @Test
    void theSeedDecidesTheNetwork() {
        Inputs inputs = inputs();
        float[][] logits = network(1).logits(inputs);

        assertThat(network(1).logits(inputs)).isDeepEqualTo(logits);
        assertThat(network(2).logits(inputs)).isNotEqualTo(logits);
    }

    @Test
    void aCopyTrainsByItself() {
        Inputs inputs = inputs();
        Network network = listening(network(1));
        train(network, inputs, 1);
        float[][] before = network.logits(inputs);
        Network copy = listening(network.copy());
        assertThat(copy.logits(inputs)).isDeepEqualTo(before);

        train(copy, inputs, 1);
        float[][] trained = copy.logits(inputs);
        assertThat(network.logits(inputs)).isDeepEqualTo(before);
        assertThat(trained).isNotEqualTo(before);

        train(network, inputs, 1);
        assertThat(network.logits(inputs)).isDeepEqualTo(trained);
    }

    static ComputationGraph inDouble(ComputationGraph graph) {
        ComputationGraphConfiguration configuration = graph.getConfiguration().clone();
        configuration.setDataType(DataType.DOUBLE);
        configuration.getVertices().values().forEach(vertex -> {
            if (vertex instanceof LayerVertex layer && layer.getLayerConf().getLayer() instanceof BaseLayer base) {
                base.setIUpdater(new NoOp());
            }
        });
        ComputationGraph checked = new ComputationGraph(configuration);
        checked.init(graph.params().castTo(DataType.DOUBLE), false);
        return checked;
    }
}
