package io.github.bkd4j.balance;

import io.github.bkd4j.corpus.ClassCounts;
import java.util.Arrays;

/** Weight 1 for every class. */
record EqualWeights() implements ClassWeights {

    @Override
    public double[] weights(ClassCounts counts) {
        double[] ones = new double[counts.classes()];
        Arrays.fill(ones, 1);
        return ones;
    }
}
