package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyFileTest {

    private static final float[][] TABLE = {{1, 2, 3}, {4, 5.5f, -6}};

    // NumPy 1.24.2: np.array([[1, 2, 3], [4, 5.5, -6]], '<f4') in version 1.0,
    private static final String GOLDEN = "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwg"
            + "J3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
            + "IAoAAIA/AAAAQAAAQEAAAIBAAACwQAAAwMA=";

    // and np.asfortranarray of the same in '>f8', version 2.0.
    private static final String GOLDEN_BIG_FORTRAN = "k05VTVBZAgB0AAAAeydkZXNjcic6ICc+ZjgnLCAnZm9ydHJhbl9vcmRl"
            + "cic6IFRydWUsICdzaGFwZSc6ICgyLCAzKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIC"
            + "AgICAgICAgICAgICAgIAo/8AAAAAAAAEAQAAAAAAAAQAAAAAAAAABAFgAAAAAAAEAIAAAAAAAAwBgAAAAAAAA=";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("teacher.npy");
    }

    @ParameterizedTest
    @ValueSource(strings = {GOLDEN, GOLDEN_BIG_FORTRAN})
    void readsWhatNumPyWrote(String golden) throws IOException {
        Files.write(file, Base64.getDecoder().decode(golden));

        assertThat(NpyFile.read(file)).isDeepEqualTo(TABLE);
    }

    @Test
    void writesWhatNumPyWouldWrite() throws IOException {
        assertThat(written(TABLE, 3)).isEqualTo(Base64.getDecoder().decode(GOLDEN));
    }

    @ParameterizedTest
    @CsvSource({"<f4, false", "<f4, true", "<f8, false", "<f8, true", ">f4, false", ">f4, true", ">f8, true"})
    void readsEveryTypeAndOrder(String type, boolean fortranOrder) throws IOException {
        Files.write(file, Npy.table(type, fortranOrder, TABLE));

        assertThat(NpyFile.read(file)).isDeepEqualTo(TABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void readsEveryVersion(int major) throws IOException {
        Files.write(file, Npy.file(major, Npy.header("<f4", false, "(2, 3)"), Npy.data("<f4", false, TABLE)));

        assertThat(NpyFile.read(file)).isDeepEqualTo(TABLE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void readsWhatItWroteAndTheDataAreAligned(long seed) throws IOException {
        Random random = new Random(seed);
        float[][] table = new float[random.nextInt(200)][1 + random.nextInt(30)];
        for (float[] row : table) {
            for (int c = 0; c < row.length; c++) {
                row[c] = Float.intBitsToFloat(random.nextInt());
            }
        }
        int columns = table.length == 0 ? 1 : table[0].length;
        byte[] bytes = written(table, columns);
        Files.write(file, bytes);

        assertThat((bytes.length - table.length * columns * 4) % 64).isZero();
        assertThat(Arrays.deepEquals(NpyFile.read(file), table)).isTrue();
    }

    private static byte[] written(float[][] rows, int columns) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NpyFile.write(out, rows, columns);
        return out.toByteArray();
    }

    @Test
    void aHeaderMayBeWrittenInAnotherWay() throws IOException {
        String header = "{ 'shape':(2,3), 'fortran_order':False, 'descr':'<f4'}";
        Files.write(file, Npy.file(1, header, Npy.data("<f4", false, TABLE)));

        assertThat(NpyFile.read(file)).isDeepEqualTo(TABLE);
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertRefused("no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0093NUM", "a,b\n1,2\n"})
    void aFileThatIsNotNpyIsRefused(String content) throws IOException {
        Files.writeString(file, content);

        assertRefused("must be an .npy file but was not");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void anotherVersionIsRefused(int major) throws IOException {
        Files.write(file, Npy.file(major, Npy.header("<f4", false, "(2, 3)"), new byte[24]));

        assertRefused("must be of .npy version 1.0, 2.0 or 3.0 but was of " + major + ".0");
    }

    @ParameterizedTest
    @CsvSource({
        "7, must be a whole .npy file but was cut off",
        "9, must be a whole .npy file but was cut off",
        "60, must have a header of at most 65535 bytes inside the file but had one of 118",
        "128, 'must have the data of shape [2, 3] and type <f4 but had 0 bytes of data'",
        "151, 'must have the data of shape [2, 3] and type <f4 but had 23 bytes of data'"
    })
    void aFileThatWasCutOffIsRefused(int bytes, String refusal) throws IOException {
        Files.write(file, Arrays.copyOf(Base64.getDecoder().decode(GOLDEN), bytes));

        assertRefused(refusal);
    }

    @Test
    void aFileWithMoreThanItsShapeIsRefused() throws IOException {
        Files.write(file, Npy.file(1, Npy.header("<f4", false, "(2, 2)"), new byte[24]));

        assertRefused("must have the data of shape [2, 2] and type <f4 but had 24 bytes of data");
    }

    /** Shapes whose product is 24 bytes modulo 2 to the 64, or far beyond any memory. */
    @ParameterizedTest
    @CsvSource({
        "'(999999999999999999, 999999999999999999)', '[999999999999999999, 999999999999999999]'",
        "'(2147483647, 3)', '[2147483647, 3]'",
        "'(4611686018427387, 4000)', '[4611686018427387, 4000]'",
        "'(2, 4611686018427387)', '[2, 4611686018427387]'"
    })
    void anAbsurdShapeIsRefusedBeforeAnythingIsAllocated(String shape, String shown) throws IOException {
        Files.write(file, Npy.file(1, Npy.header("<f4", false, shape), new byte[24]));

        assertRefused("must have the data of shape " + shown + " and type <f4 but had 24 bytes of data");
    }

    @Test
    void aHeaderOfAbsurdLengthIsRefused() throws IOException {
        byte[] bytes = Npy.file(2, Npy.header("<f4", false, "(2, 3)"), new byte[24]);
        Arrays.fill(bytes, 8, 12, (byte) 0xFF);
        Files.write(file, bytes);

        assertRefused("must have a header of at most 65535 bytes inside the file but had one of 4294967295");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<i8", "<f2", "|u1", "<c8", "=f4", "f4"})
    void anotherTypeIsRefused(String type) throws IOException {
        Files.write(file, Npy.file(1, Npy.header(type, false, "(2, 3)"), new byte[24]));

        assertRefused("must have type <f4, <f8, >f4 or >f8 but had " + type);
    }

    @ParameterizedTest
    @CsvSource({"'(6,)', [6]", "(), []", "'(1, 2, 3)', '[1, 2, 3]'", "'(6, 0)', '[6, 0]'"})
    void anotherRankIsRefused(String shape, String shown) throws IOException {
        Files.write(file, Npy.file(1, Npy.header("<f4", false, shape), new byte[24]));

        assertRefused("must have shape [instances, classes] but had " + shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{'descr': '<f4', 'fortran_order': False, }",
                "{'descr': '<f4', 'fortran_order': false, 'shape': (2, 3), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (-2, 3), }",
                "{'fortran_order': False, 'shape': (2, 3), }"
            })
    void aHeaderThatMakesNoSenseIsRefused(String header) throws IOException {
        Files.write(file, Npy.file(1, header, new byte[24]));

        assertRefused("must have a header like {'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), } but had "
                + header);
    }

    @Test
    void aLongHeaderThatMakesNoSenseIsNotShownToItsEnd() throws IOException {
        Files.write(file, Npy.file(1, "x".repeat(1000), new byte[24]));

        assertRefused("must have a header like {'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), } but had "
                + "x".repeat(80));
    }

    private void assertRefused(String refusal) {
        assertThatThrownBy(() -> NpyFile.read(file))
                .isInstanceOf(LogitsException.class)
                .hasMessage(file + ": " + refusal);
    }
}
