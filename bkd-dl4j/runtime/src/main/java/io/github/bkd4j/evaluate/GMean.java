package io.github.bkd4j.evaluate;

import java.util.Collection;

/**
 * Geometric mean of the recalls. Kubat and Matwin, Addressing the Curse of Imbalanced Training Sets, ICML 1997, for two
 * classes; here over all classes that occur in a test set.
 */
final class GMean {

    private GMean() {}

    /** In [0, 1], 0 if one recall is 0; at least one recall. */
    static double of(Collection<Double> recalls) {
        return Math.exp(recalls.stream().mapToDouble(Math::log).average().orElseThrow());
    }
}
