package io.github.bkd4j.objective;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpus.ClassCounts;
import java.util.Arrays;
import java.util.List;

/** The class counts of a training split as the losses take them. */
final class TrainingClasses {

    private TrainingClasses() {}

    /** The weights of the classes, [classes]. */
    static List<Double> weights(ClassWeights weights, ClassCounts counts) {
        return Arrays.stream(weights.weights(counts)).boxed().toList();
    }

    /** The counts, [classes], when every class has an instance. */
    static List<Long> counts(ClassCounts counts, String purpose) {
        for (int c = 0; c < counts.classes(); c++) {
            if (counts.count(c) == 0) {
                throw new IllegalArgumentException("class '" + counts.labels().get(c)
                        + "' must have at least one training instance for " + purpose + " but had 0");
            }
        }
        return counts.counts();
    }
}
