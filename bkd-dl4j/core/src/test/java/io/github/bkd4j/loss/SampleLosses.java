package io.github.bkd4j.loss;

import java.util.List;

/** Every loss of the package with every kind of parameters, no two alike; for 3 classes. */
final class SampleLosses {

    private SampleLosses() {}

    static List<LogitLoss> all() {
        List<Double> weights = List.of(0.25, 0.75, 2.0);
        return List.of(
                new CrossEntropyLoss(),
                new CrossEntropyLoss(weights),
                new KdLoss(2, 0.5),
                new KdLoss(2, 0.5, weights),
                new BkdLoss(2, 0.5, weights),
                new BkdLoss(2, 0.5, 1, weights),
                new BkdLoss(2, 0.5, 1, List.of(1.0, 1.0, 1.0)),
                new BkdLoss(2, 1, 1, weights),
                new BkdLoss(3, 0.5, 1, weights),
                new SoftTargetLoss(2, 0.5, null),
                new SoftTargetLoss(2, 0.5, weights));
    }
}
