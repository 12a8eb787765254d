package io.github.bkd4j.serve;

import io.github.bkd4j.io.Checks;
import java.time.Duration;

/**
 * What a server refuses.
 *
 * @param bodyBytes largest body of a request, at least 1; a larger one is answered with 413
 * @param texts most texts of a request, at least 1; more are answered with 413
 * @param requests most requests to classify that are read or answered at the same time, at least 1; others are answered
 *     with 429
 * @param connections most open connections, at least 1; others wait until one is closed
 * @param time until a request must have arrived (else 408), and until it must be answered (else 503), each above 0; a
 *     connection without a request is closed after it
 */
public record Limits(int bodyBytes, int texts, int requests, int connections, Duration time) {

    /** 4 MiB, 1,000 texts, 64 requests, 1,000 connections, 10 seconds. */
    public static final Limits USUAL = new Limits(4 << 20, 1000, 64, 1000, Duration.ofSeconds(10));

    /**
     * Checks the ranges.
     *
     * @param bodyBytes see {@link Limits}
     * @param texts see {@link Limits}
     * @param requests see {@link Limits}
     * @param connections see {@link Limits}
     * @param time see {@link Limits}
     * @throws IllegalArgumentException if a number is out of range
     */
    public Limits {
        Checks.atLeast("bytes of a body", 1, bodyBytes);
        Checks.atLeast("texts of a request", 1, texts);
        Checks.atLeast("requests at the same time", 1, requests);
        Checks.atLeast("connections", 1, connections);
        Checks.require(time.toMillis() > 0, "time must be >= 1 ms but was " + time.toMillis() + " ms");
    }
}
