package io.github.bkd4j.io;

/** What tells a {@link Fingerprint} by itself what a result depends on, because it is no record of plain settings. */
public interface Fingerprinted {

    /**
     * Everything that a result depends on.
     *
     * @return equal for two objects exactly if the same comes of them; names their type too if another type could have
     *     the same settings
     */
    Fingerprint fingerprint();
}
