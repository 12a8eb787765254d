package io.github.bkd4j.teacher;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.loss.Temperature;
import java.nio.file.Path;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

/**
 * Turns probabilities back into logits. Those of a softmax at temperature {@code T0} become {@code T0 log p}, whose
 * softmax at {@code T0} is p again.
 */
@Slf4j
final class Probabilities {

    /** Smaller probabilities are raised to this, because a logit must be finite. */
    static final double FLOOR = 1e-12;

    private static final double TOLERANCE = 1e-3; // of a row's sum

    private Probabilities() {}

    /** Turns a file's probabilities into logits; a warning counts those below the floor. */
    static Logits logits(Path npy, Logits probabilities, Temperature softenedAt) {
        float[] @Nullable [] rows = new float[probabilities.size()][]; // [instances, classes]
        int floored = 0;
        for (int row = 0; row < rows.length; row++) {
            if (probabilities.speaks(row)) {
                float[] values = probabilities.row(row);
                requireDistribution(npy, row, values);
                rows[row] = logits(values, softenedAt.value());
                floored += belowFloor(values);
            }
        }
        if (floored > 0) {
            log.warn("{}: {} probabilities below {} are taken as {}", npy, floored, FLOOR, FLOOR);
        }
        return Logits.partial(probabilities.labels(), rows);
    }

    private static void requireDistribution(Path npy, int row, float[] values) {
        double sum = 0;
        for (int column = 0; column < values.length; column++) {
            if (values[column] < 0) {
                throw new LogitsException(npy + ": probabilities must be >= 0 but row " + row + ", column " + column
                        + " was " + values[column]);
            }
            sum += values[column];
        }
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw new LogitsException(npy + ": probabilities of a row must sum to 1 within " + TOLERANCE + " but row "
                    + row + " summed to " + sum);
        }
    }

    /** Turns a file's probabilities of labels being present into logits. */
    static Logits ofLabels(Path npy, Logits probabilities, Temperature softenedAt) {
        float[] @Nullable [] rows = new float[probabilities.size()][]; // [instances, labels]
        for (int row = 0; row < rows.length; row++) {
            rows[row] =
                    probabilities.speaks(row) ? logOdds(npy, row, probabilities.row(row), softenedAt.value()) : null;
        }
        return Logits.partial(probabilities.labels(), rows);
    }

    private static float[] logOdds(Path npy, int row, float[] probabilities, double softenedAt) {
        float[] logits = new float[probabilities.length];
        for (int c = 0; c < logits.length; c++) {
            double p = probabilities[c];
            if (!(p >= 0 && p <= 1)) {
                throw new LogitsException(
                        npy + ": probabilities must be in [0, 1] but row " + row + ", column " + c + " was " + p);
            }
            logits[c] = (float) (softenedAt * (Math.log(Math.max(p, FLOOR)) - Math.log(Math.max(1 - p, FLOOR))));
        }
        return logits;
    }

    private static int belowFloor(float[] values) {
        int below = 0;
        for (float p : values) {
            below += p < FLOOR ? 1 : 0;
        }
        return below;
    }

    /** Turns one row of probabilities into logits, {@code [classes]}. */
    static float[] logits(float[] probabilities, double softenedAt) {
        float[] logits = new float[probabilities.length];
        for (int c = 0; c < logits.length; c++) {
            logits[c] = (float) (softenedAt * Math.log(Math.max(probabilities[c], FLOOR)));
        }
        return logits;
    }
}
