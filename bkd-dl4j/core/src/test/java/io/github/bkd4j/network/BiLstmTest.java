package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.Toy;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.text.TextEncoding;
import org.junit.jupiter.api.Test;

class BiLstmTest extends EmbeddingArchitectureContract {

    @Override
    Architecture<String> architecture() {
        return new BiLstm(Toy.cnn().text(), 6, 5, 0, Head.LINEAR);
    }

    @Override
    InputShape wrongShape() {
        return new InputShape.WeightedTokens(9);
    }

    @Override
    String refusalOfWrongShape() {
        return "BiLSTM takes a token sequence but was given WeightedTokens[vocabulary=9]";
    }

    @Override
    long parameters(int vocabulary, int classes) {
        return vocabulary * 6L + 2 * (6 * 20 + 5 * 20 + 20) + (2L * 5 * classes + classes);
    }

    @Test
    void aValueOutsideItsRangeIsRefused() {
        TextEncoding sequence = TextEncoding.sequence();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BiLstm(sequence, 0, 5, 0, Head.LINEAR))
                .withMessage("dimension must be >= 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BiLstm(sequence, 6, 0, 0, Head.LINEAR))
                .withMessage("units must be >= 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BiLstm(sequence, 6, 5, 1, Head.LINEAR))
                .withMessage("dropout must be >= 0 and < 1 but was 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BiLstm.small().withEncoding(TextEncoding.bagOfNgrams()))
                .withMessage("a BiLSTM must have a token sequence but had TF_IDF");
    }

    @Test
    void theCustomarySettings() {
        assertThat(BiLstm.small()).isEqualTo(new BiLstm(TextEncoding.sequence(), 100, 128, 0.5, Head.LINEAR));
        assertThat(BiLstm.small().withHead(Head.COSINE).head()).isEqualTo(Head.COSINE);
        assertThat(BiLstm.small().name()).isEqualTo("bilstm");
    }
}
