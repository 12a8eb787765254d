package io.github.bkd4j.report;

import java.util.List;

/** The keys of a row of results. */
public final class ResultKeys {

    /** Of one class per text. */
    public static final List<String> OF_CLASSES =
            List.of(("system seed accuracy balancedAccuracy macroF1 many medium few"
                            + " head middle tail ece trainSeconds parameters balancedAccuracyLow balancedAccuracyHigh microF1"
                            + " gMean top5 aurc")
                    .split(" "));

    private ResultKeys() {}
}
