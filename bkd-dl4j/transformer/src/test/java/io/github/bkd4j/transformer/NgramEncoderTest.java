package io.github.bkd4j.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NgramEncoderTest {

    private final SentenceEncoder ngrams = SentenceEncoder.ngrams();

    private double cosine(String one, String other) {
        float[][] vectors = ngrams.embed(List.of(one, other));
        return IntStream.range(0, ngrams.dimension())
                .mapToDouble(d -> (double) vectors[0][d] * vectors[1][d])
                .sum();
    }

    @Test
    void vectorsHaveLengthOneAndDoNotDependOnTheTextsBeside() {
        assertThat(cosine("where is my card", "where is my card")).isCloseTo(1, within(1e-6));
        assertThat(ngrams.embed(List.of("b", "my card"))[1])
                .isEqualTo(ngrams.embed(List.of("my card"))[0])
                .hasSize(1024);
        assertThat(ngrams.embed(List.of("", " ?")))
                .isDeepEqualTo(new float[2][1024])
                .hasDimensions(2, 1024);
        assertThat(ngrams.embed(List.of())).isEmpty();
    }

    @Test
    void textsThatShareWordsOrPartsOfThemAreClose() {
        double sameWords = cosine("my card is lost", "lost: my card!");
        double parts = cosine("my card is lost", "cards were losing");
        double nothing = cosine("my card is lost", "who wrote hamlet");
        assertThat(sameWords).isGreaterThan(parts + 0.2);
        assertThat(parts).isGreaterThan(nothing + 0.05);
        assertThat(nothing).isCloseTo(0, within(0.1));
    }

    /** One word without runs of 3 characters: "<a>" is one, so two features of the same value, or one of them. */
    @Test
    void aTokenIsOneSignedFeature() {
        float[] vector = ngrams.embed(List.of("a"))[0];
        float value = (float) Math.sqrt(0.5);
        assertThat(IntStream.range(0, vector.length).filter(d -> vector[d] != 0).count())
                .isEqualTo(2);
        assertThat(vector)
                .usingElementComparator((a, b) -> Float.compare(Math.abs(a), Math.abs(b)))
                .contains(value);
    }

    @Test
    void featuresWeighLessThanThoseOfAnEncoder(@TempDir Path folder) {
        SentenceEncoder joined = SentenceEncoder.joined(List.of(SentenceEncoder.miniLm(), ngrams))
                .cachedIn(folder);
        assertThat(joined.weight(383)).isEqualTo(1);
        assertThat(joined.weight(384)).isEqualTo(0.5);
        assertThat(joined.weight(joined.dimension() - 1)).isEqualTo(0.5);
        assertThat(joined.name()).isEqualTo("all-minilm-l6-v2-q+ngrams");
    }
}
