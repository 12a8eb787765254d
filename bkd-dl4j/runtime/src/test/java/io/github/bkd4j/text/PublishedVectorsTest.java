package io.github.bkd4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PublishedVectorsTest {

    @Test
    void readsPublishedVectors() {
        Path file = Path.of(System.getProperty("bkd.shared", "none"), "data", "vectors", "glove-100d-top20k.txt.gz");
        Assumptions.assumeTrue(Files.exists(file));

        WordVectors vectors = WordVectors.read(file, List.of("the", "paris", "france", "rome", "italy")::contains);

        assertThat(vectors.dimension()).isEqualTo(100);
        assertThat(vectors.words()).containsExactlyInAnyOrder("the", "paris", "france", "rome", "italy");
        assertThat(cosine(vectors, "paris", "rome")).isGreaterThan(cosine(vectors, "paris", "the"));
        assertThat(vectors.scaledTo(1).meanNorm()).isCloseTo(1, within(1e-6));
    }

    private static double cosine(WordVectors vectors, String one, String other) {
        float[] a = vectors.vector(one).orElseThrow();
        float[] b = vectors.vector(other).orElseThrow();
        return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
    }

    private static double dot(float[] a, float[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }
}
