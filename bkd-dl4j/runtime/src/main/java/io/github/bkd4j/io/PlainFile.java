package io.github.bkd4j.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a file, decompressed if its name ends in .gz. A decompression bomb is refused: text shrinks to a
 * twentieth, seldom to less.
 */
public final class PlainFile {

    private static final long USUAL_BYTES = 64 << 20;
    private static final int LARGEST_RATIO = 200;
    private static final int BUFFER = 1 << 16;

    private PlainFile() {}

    /**
     * Opens a file.
     *
     * @param file need not be zipped
     * @return its bytes, to be closed; reading fails if they are far more than the zipped file's size suggests
     * @throws IOException if the file cannot be opened, or is no gzip file and is named as one
     */
    public static InputStream open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
            return bytes;
        }
        try {
            return new Limited(new GZIPInputStream(bytes, BUFFER), USUAL_BYTES + LARGEST_RATIO * Files.size(file));
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** Fails where there are more bytes than allowed. */
    private static final class Limited extends FilterInputStream {

        private final long allowed;
        private long read;

        Limited(InputStream in, long allowed) {
            super(in);
            this.allowed = allowed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            read += Math.max(0, count);
            if (read > allowed) {
                throw new IOException("it must unpack to at most " + allowed + " bytes but has more");
            }
            return count;
        }
    }
}
