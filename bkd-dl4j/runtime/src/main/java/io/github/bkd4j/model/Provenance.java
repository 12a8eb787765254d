package io.github.bkd4j.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a classifier comes from: settings, seed, fingerprint of the training split, version of the library. No clock
 * and no host, so that the same training gives the same archive.
 *
 * @param entries name and value, in order of the names
 */
public record Provenance(SortedMap<String, String> entries) {

    /**
     * Copies the entries.
     *
     * @param entries see {@link Provenance}
     */
    public Provenance {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }
}
