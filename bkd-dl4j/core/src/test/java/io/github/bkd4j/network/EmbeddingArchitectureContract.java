package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.input.InputShape;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;

/** What every architecture for texts does that has an embedding table. */
abstract class EmbeddingArchitectureContract extends ArchitectureContract {

    /** Parameters of {@link #architecture}, worked by hand. */
    abstract long parameters(int vocabulary, int classes);

    static TextVertex text(Network network) {
        assertThat(network.texts()).containsOnlyKeys("text");
        return network.texts().values().iterator().next();
    }

    @Test
    void parametersAreCountedWithTheTable() {
        InputShape shape = encoder().shape();
        int vocabulary = shape instanceof InputShape.WeightedTokens bag
                ? bag.vocabulary()
                : ((InputShape.TokenSequence) shape).vocabulary();
        assertThat(network(1).parameters()).isEqualTo(parameters(vocabulary, CLASSES));
    }

    @Test
    void withoutItsListenerTheTableStays() {
        Network network = network(1);
        float[] before = text(network).parameters().get(0).row(1).clone();
        train(network, inputs(), 1);
        assertThat(text(network).parameters().get(0).row(1)).isEqualTo(before);
    }

    @Test
    void jsonKeepsTheConfigurationButNotTheTable() {
        Network original = network(1);
        ComputationGraph graph = original.graph();
        ComputationGraphConfiguration read =
                ComputationGraphConfiguration.fromJson(graph.getConfiguration().toJson());
        assertThat(read).isEqualTo(graph.getConfiguration());

        ComputationGraph restored = new ComputationGraph(read);
        restored.init(graph.params().dup(), false);
        assertThatThrownBy(() -> new Network(restored).logits(inputs()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("parameters of %s must be restored after reading a network from JSON but were not"
                        .formatted(text(original).kernel()));
    }
}
