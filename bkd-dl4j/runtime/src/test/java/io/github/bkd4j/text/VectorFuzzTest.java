package io.github.bkd4j.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.Fuzz;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged word vectors. */
class VectorFuzzTest {

    private static final List<byte[]> WHOLE = List.of(
            "3 2\nthe 0.1 -0.2 \ncat 1e-3 2\nnew york 0 1\n".getBytes(UTF_8), "a 1 2 3\nb 4 5 6\n".getBytes(UTF_8));
    private static final List<String> WORDS =
            List.of(" ", "\n", "0", "999999999 999999999\n", "NaN", "1e999", "0x1p3", "-", "1 1 1 1 1", "\uFEFF");

    @TempDir
    Path folder;

    @Test
    void fewDamagedFiles() throws IOException {
        fuzz(Fuzz.FEW);
    }

    @Test
    @Tag("slow")
    void manyDamagedFiles() throws IOException {
        fuzz(Fuzz.MANY);
    }

    private void fuzz(int cases) throws IOException {
        Path file = folder.resolve("vectors.txt");
        int readable =
                new Fuzz(file, WHOLE, WORDS).run(cases, 1, WordVectorsException.class, () -> WordVectors.read(file));
        assertThat(readable).isBetween(1, cases - 1);
    }
}
