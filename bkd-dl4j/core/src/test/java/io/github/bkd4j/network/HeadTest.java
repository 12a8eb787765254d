package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.text.TextEncoding;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Adam;

class HeadTest {

    private static final InputShape WEIGHTED = new InputShape.WeightedTokens(7);
    private static final InputShape SEQUENCE = new InputShape.TokenSequence(7);

    @Test
    void architecturesAreLinearUnlessSaidOtherwise() {
        assertThat(BagOfEmbeddings.small().head()).isEqualTo(Head.LINEAR);
        assertThat(TextCnn.small().head()).isEqualTo(Head.LINEAR);
        assertThat(outputLayer(BagOfEmbeddings.small(), WEIGHTED)).isExactlyInstanceOf(OutputLayer.class);
        assertThat(outputLayer(TextCnn.small(), SEQUENCE)).isExactlyInstanceOf(OutputLayer.class);
    }

    @Test
    void aCosineHeadChangesTheOutputLayerAlone() {
        BagOfEmbeddings bag = BagOfEmbeddings.small().withHead(Head.COSINE);
        TextCnn cnn = TextCnn.small().withHead(Head.COSINE);

        assertThat(bag).isEqualTo(new BagOfEmbeddings(TextEncoding.bagOfNgrams(), 128, 0, 0.5, Head.COSINE, 0));
        assertThat(cnn).isEqualTo(new TextCnn(TextEncoding.sequence(), 100, List.of(3, 4, 5), 100, 0.5, Head.COSINE));
        assertThat(outputLayer(bag, WEIGHTED)).isInstanceOf(CosineOutputLayer.class);
        assertThat(outputLayer(bag.withHidden(9), WEIGHTED)).isInstanceOf(CosineOutputLayer.class);
        assertThat(outputLayer(cnn, SEQUENCE)).isInstanceOf(CosineOutputLayer.class);
    }

    private static Layer outputLayer(Architecture<String> architecture, InputShape input) {
        ComputationGraph graph = architecture.build(input, 3, new Adam(), 1);
        return graph.getOutputLayer(0).conf().getLayer();
    }
}
