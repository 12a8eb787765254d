package io.github.bkd4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Damaged files, and random ones, for a reader: it returns something or throws an exception of its own, in less than a
 * second of processor time, and allocates no more than 4 times the file and 64 MiB.
 *
 * @param file where the damaged file is put
 * @param whole files that can be read
 * @param words what a mutation may put in: the format's own
 */
public record Fuzz(Path file, List<byte[]> whole, List<String> words) {

    /** In every build. */
    public static final int FEW = 200;

    /** In the slow suite. */
    public static final int MANY = 10_000;

    private static final long MOST_NANOS = 1_000_000_000;
    private static final long MOST_BYTES = 64 << 20;
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What is tried. */
    @FunctionalInterface
    public interface Reader {

        /** Reads the file. */
        Object read() throws IOException;
    }

    /** Tries that many files from a seed; how many could be read all the same. */
    public int run(int cases, long seed, Class<? extends RuntimeException> own, Reader reader) throws IOException {
        Files.write(file, whole.get(0));
        reader.read(); // to load classes, which a coverage agent rewrites, costs more than a case may
        Random random = new Random(seed);
        int readable = 0;
        for (int i = 0; i < cases; i++) {
            byte[] bytes = i % 10 == 0 ? noise(random) : mutated(random);
            Files.write(file, bytes);
            readable += tryOne("case " + i + " of seed " + seed, bytes, own, reader) ? 1 : 0;
        }
        return readable;
    }

    private static boolean tryOne(String name, byte[] bytes, Class<? extends RuntimeException> own, Reader reader) {
        long nanos = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        boolean readable = true;
        try {
            reader.read();
        } catch (Throwable e) { // an Error is worst of all
            readable = false;
            if (!own.isInstance(e)) {
                throw new AssertionError(name + ", " + bytes.length + " bytes: " + e, e);
            }
            assertThat(e.getMessage()).as(name).isNotBlank().doesNotContain("\n");
        }
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - allocated)
                .as(name)
                .isLessThan(4L * bytes.length + MOST_BYTES);
        assertThat(THREADS.getCurrentThreadCpuTime() - nanos).as(name).isLessThan(MOST_NANOS);
        return readable;
    }

    /** As gzip. */
    public static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(2000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] mutated(Random random) {
        byte[] bytes = whole.get(random.nextInt(whole.size()));
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(20));
        byte[] other = whole.get(random.nextInt(whole.size()));
        int otherFrom = random.nextInt(other.length + 1);
        return switch (random.nextInt(6)) {
            case 0 -> spliced(bytes, from, from, word(random));
            case 1 -> spliced(bytes, from, to, new byte[0]);
            case 2 -> spliced(bytes, from, bytes.length, new byte[0]);
            case 3 -> spliced(bytes, from, to, noise(new Random(random.nextInt(50))));
            case 4 -> spliced(bytes, from, bytes.length, Arrays.copyOfRange(other, otherFrom, other.length));
            default -> flipped(bytes, random);
        };
    }

    private byte[] word(Random random) {
        return words.get(random.nextInt(words.size())).getBytes(UTF_8);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        byte[] spliced = new byte[from + middle.length + bytes.length - to];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(middle, 0, spliced, from, middle.length);
        System.arraycopy(bytes, to, spliced, from + middle.length, bytes.length - to);
        return spliced;
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }
}
