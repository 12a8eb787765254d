package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.Toy;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.text.TokenVectors;
import io.github.bkd4j.text.Vocabulary;
import io.github.bkd4j.text.WordVectors;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Adam;

class PretrainedTest extends EmbeddingArchitectureContract {

    private static final BagOfEmbeddings BAG = Toy.bag().withDropout(0).withHidden(8);
    private static final List<String> TEXTS = List.of("a0 a1", "a0 b0");

    /** Vectors of a0, and of zebra, which is in no text. */
    private static TokenVectors vectors(int dimension, int lexicon) {
        Map<String, float[]> vectors = new LinkedHashMap<>();
        vectors.put("zebra", axis(dimension, 0, 3));
        vectors.put("a0", axis(dimension, dimension - 1, 4));
        return TokenVectors.of(WordVectors.of(vectors), lexicon);
    }

    private static float[] axis(int dimension, int axis, float length) {
        float[] vector = new float[dimension];
        vector[axis] = length;
        return vector;
    }

    @Override
    Architecture<String> architecture() {
        return new Pretrained(BAG, vectors(8, 1));
    }

    @Override
    InputShape wrongShape() {
        return new InputShape.TokenSequence(9);
    }

    @Override
    String refusalOfWrongShape() {
        return "bag of embeddings takes weighted tokens but was given TokenSequence[vocabulary=9]";
    }

    @Override
    long parameters(int vocabulary, int classes) {
        return vocabulary * 8L + (8 * 8 + 8) + (8L * classes + classes);
    }

    private static TextVertex warm(Architecture<String> architecture, Encoder<String> encoder) {
        Network network = new Network(architecture.build(encoder.shape(), 3, new Adam(1e-3), 7));
        architecture.warmStart(network, encoder);
        return network.texts().values().iterator().next();
    }

    private static Vocabulary vocabulary(Encoder<String> encoder) {
        return ((TokenEncoding.Fitted) encoder).text().vocabulary();
    }

    @Test
    void wordsWithAVectorStartFromItScaledToAMeanNormAndOthersFromChance() {
        Pretrained pretrained = new Pretrained(BAG, vectors(8, 1));
        Encoder<String> encoder = pretrained.encoding().fit(TEXTS);
        Vocabulary vocabulary = vocabulary(encoder);
        TextVertex warm = warm(pretrained, encoder);
        TextVertex cold = warm(BAG, encoder);

        float scale = 2.5f / 3.5f; // norms were 3 and 4
        assertThat(vocabulary.tokens()).containsExactly("a0", "a1", "b0", "zebra");
        assertThat(row(warm, vocabulary, "zebra")).containsExactly(axis(8, 0, 3 * scale), within(1e-6f));
        assertThat(row(warm, vocabulary, "a0")).containsExactly(axis(8, 7, 4 * scale), within(1e-6f));
        assertThat(row(warm, vocabulary, "a1")).isEqualTo(row(cold, vocabulary, "a1"));
        assertThat(row(warm, vocabulary, "b0")).isEqualTo(row(cold, vocabulary, "b0"));
    }

    private static float[] row(TextVertex vertex, Vocabulary vocabulary, String token) {
        return vertex.parameters().get(0).row(vocabulary.id(token));
    }

    @Test
    void longerVectorsAreReduced() {
        Pretrained pretrained = new Pretrained(BAG, vectors(9, 1));
        Encoder<String> encoder = pretrained.encoding().fit(TEXTS);
        TextVertex warm = warm(pretrained, encoder);

        float[] zebra = row(warm, vocabulary(encoder), "zebra");
        float[] known = row(warm, vocabulary(encoder), "a0");
        assertThat(Math.abs(zebra[0])).isEqualTo(2.5f, within(1e-5f)); // on a line, as far from its middle as the other
        assertThat(known[0]).isEqualTo(-zebra[0], within(1e-5f));
    }

    @Test
    void shorterVectorsAreTheBeginningOfAnEmbeddingAndTheRestStartsFromChance() {
        Pretrained pretrained = new Pretrained(BAG, vectors(7, 1));
        Encoder<String> encoder = pretrained.encoding().fit(TEXTS);
        Vocabulary vocabulary = vocabulary(encoder);

        float[] zebra = row(warm(pretrained, encoder), vocabulary, "zebra");
        float[] chance = row(warm(BAG, encoder), vocabulary, "zebra");
        assertThat(Arrays.copyOf(zebra, 7)).containsExactly(axis(7, 0, 3 * 2.5f / 3.5f), within(1e-6f));
        assertThat(zebra[7]).isEqualTo(chance[7]).isNotZero();
    }

    @Test
    void itIsTheNetworkThatItWraps() {
        Pretrained pretrained = new Pretrained(BAG.withHead(Head.COSINE), vectors(8, 0));

        assertThat(pretrained.name()).isEqualTo("bag");
        assertThat(pretrained.head()).isEqualTo(Head.COSINE);
        assertThat(pretrained.learningRate()).isEqualTo(BAG.learningRate());
    }
}
