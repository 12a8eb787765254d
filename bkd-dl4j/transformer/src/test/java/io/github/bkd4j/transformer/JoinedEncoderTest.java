package io.github.bkd4j.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.io.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinedEncoderTest {

    @TempDir
    private Path folder;

    /** Gives every text the same vector, and the blank text the zero vector. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Constant(String name, float... vector) implements SentenceEncoder {

        @Override
        public Fingerprint fingerprint() {
            return Fingerprint.of().with("constant", name);
        }

        @Override
        public int dimension() {
            return vector.length;
        }

        @Override
        public List<String> lexicon() {
            return List.of("both", name);
        }

        @Override
        public float[][] embed(List<String> texts) {
            return texts.stream()
                    .map(text -> text.isBlank() ? new float[vector.length] : vector.clone())
                    .toArray(float[][]::new);
        }
    }

    private final SentenceEncoder one = new Constant("one", 3, 4);
    private final SentenceEncoder other = new Constant("other", 0, 0, 9);
    private final SentenceEncoder joined = SentenceEncoder.joined(List.of(one, other));

    /** (3, 4) has length 5, (0, 0, 9) length 9; each is scaled to the square root of a half. */
    @Test
    void vectorsAreSideBySideAndWeighTheSame() {
        float half = (float) Math.sqrt(0.5);
        assertThat(joined.embed(List.of("a"))[0])
                .containsExactly(new float[] {0.6f * half, 0.8f * half, 0, 0, half}, within(1e-6f));
        assertThat(joined.embed(List.of(" "))[0]).containsExactly(0, 0, 0, 0, 0);
        assertThat(joined.embed(List.of())).isEmpty();
        assertThat(joined.dimension()).isEqualTo(5);
    }

    @Test
    void theWholeIsNamedAfterItsParts() {
        assertThat(joined.name()).isEqualTo("one+other");
        assertThat(joined.lexicon()).containsExactly("both", "one", "other");
        assertThat(joined.fingerprint())
                .isNotEqualTo(SentenceEncoder.joined(List.of(other, one)).fingerprint())
                .isNotEqualTo(one.fingerprint());
    }

    @Test
    void eachPartIsKeptOnItsOwn() throws IOException {
        joined.cachedIn(folder).embed(List.of("a"));
        try (Stream<Path> folders = Files.list(folder)) {
            assertThat(folders)
                    .containsExactlyInAnyOrder(
                            folder.resolve(one.fingerprint().hex()),
                            folder.resolve(other.fingerprint().hex()));
        }
        assertThat(joined.remembering().fingerprint()).isEqualTo(joined.fingerprint());
    }

    @Test
    void noneIsRefused() {
        assertThatThrownBy(() -> SentenceEncoder.joined(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("encoders must be at least one but were none");
    }
}
