package io.github.bkd4j.cli;

import io.github.bkd4j.io.Reason;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A stream that keeps why it could not be written first: a {@link java.io.PrintWriter} over it says only that. */
final class KeptFailure extends FilterOutputStream {

    private @Nullable IOException first;

    KeptFailure(OutputStream out) {
        super(out);
    }

    /** Whether whoever read it has left. */
    boolean isBrokenPipe() {
        return first != null && reason().toLowerCase(Locale.ROOT).contains("broken pipe");
    }

    /** Why it could not be written, in words that can end a sentence. */
    String reason() {
        return first == null ? "no reason given" : Reason.of(first);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            first = first == null ? e : first;
            throw e;
        }
    }
}
