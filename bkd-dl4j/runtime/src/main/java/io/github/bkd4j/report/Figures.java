package io.github.bkd4j.report;

import io.github.bkd4j.evaluate.Difference;
import io.github.bkd4j.evaluate.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Numbers as tables and pages show them, the same in every locale. */
final class Figures {

    /** What stands for a figure that is not known. */
    static final String UNKNOWN = "-";

    private static final List<String> UNITS = List.of("", "k", "M", "G"); // of 1000 each

    private static final double SMALLEST_P = 0.001;

    private Figures() {}

    static String share(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** As few digits as a tick needs. */
    static String round(double value) {
        return BigDecimal.valueOf(value)
                .setScale(4, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String interval(Interval interval) {
        return String.format(Locale.ROOT, "%.3f to %.3f", interval.low(), interval.high());
    }

    static String shareWithInterval(Interval interval) {
        return share(interval.estimate()) + " (" + interval(interval) + ")";
    }

    static String difference(double value) {
        return String.format(Locale.ROOT, "%+.3f", value);
    }

    /** The difference with its interval; a star where it is beyond chance, a blank in its place where not. */
    static String difference(Difference difference) {
        Interval interval = difference.interval();
        return String.format(
                        Locale.ROOT, "%+.3f (%+.3f to %+.3f)", interval.estimate(), interval.low(), interval.high())
                + (difference.isBeyondChance() ? "*" : " ");
    }

    static String pValue(double p) {
        return p < SMALLEST_P ? "<0.001" : share(p);
    }

    /** The probability in a sentence, which no line break parts. */
    static String equation(double p) {
        return p < SMALLEST_P ? "p\u00a0<\u00a00.001" : "p\u00a0=\u00a0" + share(p);
    }

    static String seconds(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String magnitude(double value) {
        double size = value;
        int unit = 0;
        while (size >= 999.95 && unit < UNITS.size() - 1) {
            size /= 1000;
            unit++;
        }
        return unit == 0
                ? String.format(Locale.ROOT, "%.0f", size)
                : String.format(Locale.ROOT, "%.1f %s", size, UNITS.get(unit));
    }
}
