package io.github.bkd4j.balance;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.io.Checks;

/**
 * Inverse of the effective number of instances: Cui et al., CVPR 2019.
 *
 * @param beta in [0, 1)
 */
record EffectiveNumberWeights(double beta) implements ClassWeights {

    EffectiveNumberWeights {
        Checks.require(beta >= 0 && beta < 1, "beta must be in [0, 1) but was " + beta);
    }

    @Override
    public double[] weights(ClassCounts counts) {
        return PerClass.weights(counts, "effective number", this::weight);
    }

    // 1 - beta^n loses half its digits where beta is near 1 and the class is small; beta - 1 is exact from 0.5 on.
    private double weight(double n) {
        return (1 - beta) / -Math.expm1(n * Math.log1p(beta - 1));
    }
}
