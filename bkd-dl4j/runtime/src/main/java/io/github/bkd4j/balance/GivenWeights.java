package io.github.bkd4j.balance;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.io.Checks;
import java.util.List;

/**
 * Given weights.
 *
 * @param given at least one, each finite and above 0
 */
record GivenWeights(List<Double> given) implements ClassWeights {

    GivenWeights {
        given = List.copyOf(given);
        Checks.require(!given.isEmpty(), "given weights must have at least one entry but had none");
        for (int c = 0; c < given.size(); c++) {
            Checks.finiteAndPositive("given weight " + c, given.get(c));
        }
    }

    @Override
    public double[] weights(ClassCounts counts) {
        Checks.require(
                given.size() == counts.classes(),
                "given weights must have one entry a class, " + counts.classes() + ", but had " + given.size());
        return PerClass.sumToClasses(
                given.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
