package io.github.bkd4j.teacher;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.io.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Logits in an .npy file. A silent row is NaN in the file and listed in the sidecar. */
final class NpyLogits {

    private NpyLogits() {}

    /** Builds logits from the rows of a file and its sidecar; all rows that are not silent must be finite. */
    static Logits of(Path npy, float[][] rows, List<String> labels, List<Integer> silent) {
        float[] @Nullable [] speaking = rows.clone(); // [instances, classes]
        for (int row : silent) {
            if (row < 0 || row >= rows.length) {
                throw new LogitsException(Sidecar.beside(npy) + ": silent rows must be 0 to " + (rows.length - 1)
                        + " but one was " + row);
            }
            speaking[row] = null;
        }
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != labels.size()) {
                throw new LogitsException(
                        npy + ": must have one column a label, " + labels.size() + ", but had " + rows[row].length);
            }
            requireFinite(npy, row, speaking[row]);
        }
        return Logits.partial(labels, speaking);
    }

    private static void requireFinite(Path npy, int row, float @Nullable [] values) {
        for (int column = 0; values != null && column < values.length; column++) {
            if (!Float.isFinite(values[column])) {
                throw new LogitsException(npy + ": must be finite in single precision but row " + row + ", column "
                        + column + " was " + values[column]);
            }
        }
    }

    /** Writes logits, then the sidecar that binds them to their corpus. */
    static void write(Path npy, Logits logits, String teacher, String fingerprint) {
        int classes = logits.labels().size();
        float[][] rows = new float[logits.size()][]; // [instances, classes]
        for (int row = 0; row < rows.length; row++) {
            rows[row] = logits.speaks(row) ? logits.row(row) : silence(classes);
        }
        List<Integer> silent = IntStream.range(0, logits.size())
                .filter(row -> !logits.speaks(row))
                .boxed()
                .toList();
        AtomicFile.write(npy, out -> NpyFile.write(out, rows, classes));
        try {
            Sidecar.of(teacher, fingerprint, logits.labels(), silent).write(npy);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + npy + " again: " + e.getMessage(), e);
        }
    }

    private static float[] silence(int classes) {
        float[] row = new float[classes];
        Arrays.fill(row, Float.NaN);
        return row;
    }
}
