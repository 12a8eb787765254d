package io.github.bkd4j.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

class LangChainEncoderTest {

    /** A text's length, and 1. */
    private static final EmbeddingModel LENGTHS = model(2);

    private static EmbeddingModel model(int dimension) {
        return new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
                return Response.from(texts.stream()
                        .map(text -> Embedding.from(new float[] {text.text().length(), 1}))
                        .toList());
            }

            @Override
            public int dimension() {
                return dimension;
            }
        };
    }

    @Test
    void aModelsVectorsAreTakenAsTheyAre() {
        LangChainEncoder encoder = new LangChainEncoder("lengths", LENGTHS);

        assertThat(encoder.embed(List.of("to be", "or"))).isDeepEqualTo(new float[][] {{5, 1}, {2, 1}});
        assertThat(encoder.dimension()).isEqualTo(2);
        assertThat(encoder.name()).isEqualTo("lengths");
        assertThat(encoder).hasToString("LangChainEncoder[name=lengths]");
    }

    @Test
    void blankTextsAreZero() {
        LangChainEncoder encoder = new LangChainEncoder("lengths", LENGTHS);

        assertThat(encoder.embed(List.of(" ", "or", ""))).isDeepEqualTo(new float[][] {{0, 0}, {2, 1}, {0, 0}});
        assertThat(encoder.embed(List.of(""))).isDeepEqualTo(new float[][] {{0, 0}});
        assertThat(encoder.embed(List.of())).isEmpty();
    }

    @Test
    void theNameIsTheFingerprint() {
        assertThat(new LangChainEncoder("lengths", LENGTHS).fingerprint())
                .isEqualTo(new LangChainEncoder("lengths", model(3)).fingerprint())
                .isNotEqualTo(new LangChainEncoder("others", LENGTHS).fingerprint());
    }

    @Test
    void vectorsOfAnotherDimensionAreRefused() {
        LangChainEncoder encoder = new LangChainEncoder("lengths", model(3));
        assertThatThrownBy(() -> encoder.embed(List.of("or")))
                .isInstanceOf(EncoderException.class)
                .hasMessage("encoder lengths must give vectors of 3 numbers but gave 2");
    }

    @Test
    void missingVectorsAreRefused() {
        EmbeddingModel silent = new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
                return Response.from(List.of());
            }

            @Override
            public int dimension() {
                return 2;
            }
        };
        assertThatThrownBy(() -> new LangChainEncoder("silent", silent).embed(List.of("to be", "or")))
                .isInstanceOf(EncoderException.class)
                .hasMessage("encoder silent must give 2 vectors but gave 0");
    }
}
