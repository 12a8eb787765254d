package io.github.bkd4j.corpora;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.Fuzz;
import io.github.bkd4j.corpus.CorpusException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files of CIFAR and MNIST, one of them at a time. */
class ImageFilesFuzzTest {

    private static final byte[] TWO_IMAGES = new byte[2 * (1 + 3 * 32 * 32)];
    private static final byte[] IDX_IMAGES = idx(0x803, 2, 2, 3);
    private static final byte[] IDX_LABELS = idx(0x801, 2);
    private static final byte[] DIGITS = ("{\"data\": [" + "0,0.5,".repeat(28 * 14 - 1) + "1,0]}").getBytes(UTF_8);

    private final Map<String, byte[]> whole = new LinkedHashMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void writeWholeFiles() throws IOException {
        for (int batch = 1; batch <= 5; batch++) {
            whole.put("data_batch_" + batch + ".bin", TWO_IMAGES);
        }
        whole.put("test_batch.bin", TWO_IMAGES);
        whole.put("batches.meta.txt", "airplane\nautomobile\n".getBytes(UTF_8));
        whole.put("train-images-idx3-ubyte", IDX_IMAGES);
        whole.put("train-labels-idx1-ubyte", IDX_LABELS);
        whole.put("t10k-images-idx3-ubyte.gz", Fuzz.zipped(IDX_IMAGES));
        whole.put("t10k-labels-idx1-ubyte", IDX_LABELS);
        Files.createDirectories(folder.resolve("src/digits"));
        for (int digit = 0; digit < 10; digit++) {
            whole.put("src/digits/" + digit + ".json", DIGITS);
        }
        for (Map.Entry<String, byte[]> file : whole.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static byte[] idx(int magic, int... sizes) {
        int product = 1;
        ByteBuffer bytes = ByteBuffer.allocate(100).putInt(magic);
        for (int size : sizes) {
            bytes.putInt(size);
            product *= size;
        }
        byte[] idx = new byte[bytes.position() + product];
        bytes.get(0, idx);
        return idx;
    }

    @ParameterizedTest
    @ValueSource(strings = {"data_batch_2.bin", "batches.meta.txt"})
    void fewOfCifar(String file) throws IOException {
        fuzz(file, Fuzz.FEW, () -> CifarImages.read(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data_batch_2.bin", "batches.meta.txt"})
    @Tag("slow")
    void manyOfCifar(String file) throws IOException {
        fuzz(file, Fuzz.MANY, () -> CifarImages.read(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte.gz"})
    void fewOfIdx(String file) throws IOException {
        fuzz(file, Fuzz.FEW, () -> MnistImages.readIdx(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte.gz"})
    @Tag("slow")
    void manyOfIdx(String file) throws IOException {
        fuzz(file, Fuzz.MANY, () -> MnistImages.readIdx(folder));
    }

    @Test
    void fewOfNpm() throws IOException {
        fuzz("src/digits/4.json", Fuzz.FEW, () -> MnistImages.readNpm(folder));
    }

    @Test
    @Tag("slow")
    void manyOfNpm() throws IOException {
        fuzz("src/digits/4.json", Fuzz.MANY, () -> MnistImages.readNpm(folder));
    }

    private void fuzz(String file, int cases, Fuzz.Reader reader) throws IOException {
        reader.read(); // the whole one
        List<String> words = List.of("\n", "\0\0\0\0", "\0\0\b\3", "\u007F\u007F", ",", "-1e400", "[", "{", "\"");
        int readable = new Fuzz(folder.resolve(file), List.of(Objects.requireNonNull(whole.get(file))), words)
                .run(cases, 1, CorpusException.class, reader);
        assertThat(readable).isLessThan(cases);
    }
}
