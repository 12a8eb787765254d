package io.github.bkd4j.loss;

import io.github.bkd4j.io.Checks;
import java.io.Serializable;

/**
 * Discounts what is easy: {@code f(v) = (1 - exp(-v))^gamma v} turns a cross-entropy v into a focal loss.
 *
 * @param gamma how much easy instances are discounted, finite and at least 0
 */
record Focus(double gamma) implements Serializable {

    Focus {
        Checks.finiteAtLeastZero("gamma", gamma);
    }

    /** Focuses a cross-entropy: f(v). */
    double of(double v) {
        return v == 0 ? 0 : Math.pow(-Math.expm1(-v), gamma) * v;
    }

    /** The derivative f'(v); at 0 its limit. */
    double slope(double v) {
        if (v == 0) {
            return gamma == 0 ? 1 : 0;
        }
        double miss = -Math.expm1(-v); // 1 - p
        return Math.pow(miss, gamma) * (1 + gamma * v * Math.exp(-v) / miss);
    }
}
