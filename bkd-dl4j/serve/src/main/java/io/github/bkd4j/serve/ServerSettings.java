package io.github.bkd4j.serve;

import io.github.bkd4j.io.Checks;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Where a server listens, what it refuses and what it tells.
 *
 * @param bind name or address of the interface that it listens on; {@code 0.0.0.0} for all
 * @param port from 1 to 65535, or 0 for any free one
 * @param limits what it refuses
 * @param log given one line per event: a model that was read anew or could not be, a failure inside the server; called
 *     by several threads
 * @param logsTexts whether each classified text is logged too; texts may be personal data
 * @param warmUp how long it practises before {@code /readyz} says that it is ready, at least 0 and at most a day; it
 *     answers meanwhile. A Java program is slow at first: at a high rate its first thousands of requests take up to
 *     half a second
 */
public record ServerSettings(
        String bind, int port, Limits limits, Consumer<String> log, boolean logsTexts, Duration warmUp) {

    private static final int LAST_PORT = 65_535;
    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * Checks the port.
     *
     * @param bind see {@link ServerSettings}
     * @param port see {@link ServerSettings}
     * @param limits see {@link ServerSettings}
     * @param log see {@link ServerSettings}
     * @param logsTexts see {@link ServerSettings}
     * @param warmUp see {@link ServerSettings}
     * @throws IllegalArgumentException if there is no such port, the interface has no name, or a time is negative
     */
    public ServerSettings {
        Checks.notBlank("bind", bind);
        Checks.require(port >= 0 && port <= LAST_PORT, "port must be from 0 to " + LAST_PORT + " but was " + port);
        Checks.require(
                !warmUp.isNegative() && warmUp.compareTo(LONGEST) <= 0,
                "warm-up must be >= 0 and <= " + LONGEST.toSeconds() + " s but was " + warmUp.toSeconds() + " s");
    }

    /**
     * For clients on this machine alone, with the usual limits, events on stderr, no texts in them, and no warm-up.
     *
     * @param port from 1 to 65535, or 0 for any free one
     * @return the settings
     * @throws IllegalArgumentException if there is no such port
     */
    public static ServerSettings local(int port) {
        return new ServerSettings("127.0.0.1", port, Limits.USUAL, System.err::println, false, Duration.ZERO);
    }

    /**
     * The same with other limits.
     *
     * @param others what is refused
     * @return the settings
     */
    public ServerSettings with(Limits others) {
        return new ServerSettings(bind, port, others, log, logsTexts, warmUp);
    }
}
