package io.github.bkd4j.loss;

import java.util.List;
import java.util.stream.Stream;

/** Every loss of the package with every kind of parameters, no two alike; for 3 classes or labels. */
final class SampleLosses {

    static final List<Double> WEIGHTS = List.of(0.25, 0.75, 2.0);
    static final List<Long> COUNTS = List.of(81L, 16L, 1L);

    private static final HardLabelLoss PLAIN = new CrossEntropyLoss();
    private static final HardLabelLoss WEIGHTED = new CrossEntropyLoss(WEIGHTS);

    private SampleLosses() {}

    static List<LogitLoss> all() {
        return Stream.of(onHardLabels(), distillations(), mixtures(), onLabelSets())
                .flatMap(List::stream)
                .toList();
    }

    private static List<LogitLoss> onHardLabels() {
        return List.of(
                PLAIN,
                WEIGHTED,
                new LabelSmoothingLoss(0),
                new LabelSmoothingLoss(0.1),
                new FocalLoss(0.5),
                new FocalLoss(2),
                new FocalLoss(2, WEIGHTS),
                new ClassBalancedFocalLoss(0.5, WEIGHTS),
                new ClassBalancedFocalLoss(2, WEIGHTS),
                new ClassBalancedSigmoidFocalLoss(0.5, WEIGHTS),
                new ClassBalancedSigmoidFocalLoss(2, WEIGHTS),
                new LdamLoss(COUNTS, 0.5, 3, null),
                new LdamLoss(COUNTS, 0.5, 3, WEIGHTS),
                new LdamLoss(COUNTS, 0.5, 1, null),
                new LdamLoss(COUNTS, 0.1, 1, null),
                new LdamLoss(List.of(9L, 9L, 1L), 0.1, 1, null),
                new LogitAdjustedLoss(COUNTS, 1),
                new LogitAdjustedLoss(COUNTS, 0.5),
                new LogitAdjustedLoss(List.of(9L, 9L, 1L), 1));
    }

    private static List<LogitLoss> distillations() {
        return List.of(
                new KdLoss(2, 0.5),
                new BkdLoss(2, 0.5, WEIGHTS),
                new BkdLoss(2, 0.5, 1, WEIGHTS, PLAIN),
                new BkdLoss(2, 0.5, 1, List.of(1.0, 1.0, 1.0), PLAIN),
                new BkdLoss(2, 1, 1, WEIGHTS, PLAIN),
                new BkdLoss(3, 0.5, 1, WEIGHTS, PLAIN),
                new SoftTargetLoss(2, 0.5, PLAIN),
                new DkdLoss(2, 1, 4, PLAIN),
                new DkdLoss(2, 4, 1, PLAIN),
                new DkdLoss(3, 1, 4, PLAIN));
    }

    private static List<LogitLoss> mixtures() {
        return List.of(
                new KdLoss(2, 0.5, WEIGHTED),
                new KdLoss(2, 0.5, new FocalLoss(2)),
                new KdLoss(2, 0.5, new ClassBalancedSigmoidFocalLoss(2, WEIGHTS)),
                new KdLoss(2, 0.5, new LabelSmoothingLoss(0.1)),
                new BkdLoss(2, 0.5, 1, WEIGHTS, new LogitAdjustedLoss(COUNTS, 1)),
                new BkdLoss(2, 0.5, 1, WEIGHTS, new LdamLoss(COUNTS, 0.5, 1, WEIGHTS)),
                new SoftTargetLoss(2, 0.5, WEIGHTED),
                new SoftTargetLoss(2, 0.5, new LogitAdjustedLoss(COUNTS, 1)),
                new DkdLoss(2, 1, 4, WEIGHTED));
    }

    private static List<LogitLoss> onLabelSets() {
        HardLabelLoss binary = new BinaryCrossEntropyLoss();
        return List.of(
                binary,
                new BinaryCrossEntropyLoss(WEIGHTS, null),
                new BinaryCrossEntropyLoss(null, WEIGHTS),
                new BinaryFocalLoss(0.5),
                new BinaryFocalLoss(2, WEIGHTS),
                new AsymmetricLoss(0, 4, 0.05),
                new AsymmetricLoss(1, 4, 0),
                new BinaryLogitAdjustedLoss(COUNTS, 98, 1),
                new BinaryLogitAdjustedLoss(COUNTS, 99, 0.5),
                new DistributionBalancedLoss(COUNTS, 98),
                new DistributionBalancedLoss(COUNTS, 98, 0, 0.3, 0.1, 5),
                new BinaryBkdLoss(2, 0.5),
                new BinaryBkdLoss(2, 0.5, 1, WEIGHTS, binary),
                new BinaryBkdLoss(3, 0.5, 1, WEIGHTS, new BinaryFocalLoss(2)),
                new BinarySoftTargetLoss(2, 0.5, binary));
    }
}
