package io.github.bkd4j.evaluate;

import io.github.bkd4j.io.Checks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction for multiple tests, which controls the family-wise error rate. Holm, A Simple Sequentially
 * Rejective Multiple Test Procedure, Scandinavian Journal of Statistics 6:65-70, 1979.
 */
public final class Holm {

    private Holm() {}

    /**
     * Adjusts p-values: in ascending order, each is multiplied by the number of tests not yet rejected, and is never
     * below the one before it.
     *
     * @param pValues one per test, each in [0, 1]
     * @return adjusted p-values in the order given, each to be compared with the significance level itself
     * @throws IllegalArgumentException if a p-value is not in [0, 1]
     */
    public static List<Double> adjusted(List<Double> pValues) {
        pValues.forEach(pValue -> Checks.inUnitInterval("p-value", pValue));
        List<Integer> smallestFirst = IntStream.range(0, pValues.size())
                .boxed()
                .sorted(Comparator.comparing(pValues::get))
                .toList();
        List<Double> adjusted = new ArrayList<>(Collections.nCopies(pValues.size(), 0.0));
        double largest = 0;
        for (int rank = 0; rank < pValues.size(); rank++) {
            int test = smallestFirst.get(rank);
            largest = Math.max(largest, Math.min(1, (pValues.size() - rank) * pValues.get(test)));
            adjusted.set(test, largest);
        }
        return Collections.unmodifiableList(adjusted);
    }
}
