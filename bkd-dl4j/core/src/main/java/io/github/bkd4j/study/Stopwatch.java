package io.github.bkd4j.study;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** How long trainings take, and whether there is time for another. */
final class Stopwatch {

    private static final double RESERVE = 1.1; // trainings vary

    private final LongSupplier nanos;
    private final long start;
    private final double allowed; // seconds
    private int trainings;
    private double sum; // seconds
    private double longest; // seconds

    /**
     * Starts.
     *
     * @param minutes until the time is up; empty for never
     * @param nanos the clock
     */
    Stopwatch(OptionalDouble minutes, LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.allowed = minutes.orElse(Double.POSITIVE_INFINITY) * 60;
    }

    /** Seconds that are left, at least 0. */
    double left() {
        return Math.max(0, allowed - elapsed());
    }

    double elapsed() {
        return (nanos.getAsLong() - start) / 1e9;
    }

    /** A training took so long, now or in an earlier run. */
    void took(double seconds) {
        trainings++;
        sum += seconds;
        longest = Math.max(longest, seconds);
    }

    /** Whether a training like the longest so far ends in time. */
    boolean allowsOne() {
        return left() > longest * RESERVE;
    }

    /** Whether so many trainings like those so far end in time. */
    boolean allows(int more) {
        return expected(more) * RESERVE <= left();
    }

    /** Seconds for so many trainings, if they take as long as those so far. */
    double expected(int more) {
        return trainings == 0 ? 0 : more * sum / trainings;
    }
}
