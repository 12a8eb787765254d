package io.github.bkd4j.balance;

import io.github.bkd4j.corpus.ClassCounts;
import java.util.List;

/**
 * Weights from elsewhere.
 *
 * @param given at least one, each finite and above 0
 */
record GivenWeights(List<Double> given) implements ClassWeights {

    GivenWeights {
        given = List.copyOf(given);
        if (given.isEmpty()) {
            throw new IllegalArgumentException("given weights must have at least one entry but had none");
        }
        for (int c = 0; c < given.size(); c++) {
            if (!(given.get(c) > 0 && Double.isFinite(given.get(c)))) {
                throw new IllegalArgumentException(
                        "given weight " + c + " must be finite and > 0 but was " + given.get(c));
            }
        }
    }

    @Override
    public double[] weights(ClassCounts counts) {
        if (given.size() != counts.classes()) {
            throw new IllegalArgumentException(
                    "given weights must have one entry a class, " + counts.classes() + ", but had " + given.size());
        }
        return PerClass.sumToClasses(
                given.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
