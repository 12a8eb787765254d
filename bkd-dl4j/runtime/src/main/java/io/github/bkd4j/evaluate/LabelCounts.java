package io.github.bkd4j.evaluate;

import java.util.stream.IntStream;

/** How often each label is true of some instances, how often it is predicted, and how often correctly. */
final class LabelCounts {

    private final int[] instances; // [labels]
    private final int[] predictions; // [labels]
    private final int[] hits; // [labels]

    /** Of no instance. */
    LabelCounts(int labels) {
        this(new int[labels], new int[labels], new int[labels]);
    }

    private LabelCounts(int[] instances, int[] predictions, int[] hits) {
        this.instances = instances;
        this.predictions = predictions;
        this.hits = hits;
    }

    static LabelCounts of(MultiLabelPredictions run, IntStream counted) {
        LabelCounts counts = new LabelCounts(run.labels().size());
        counted.forEach(instance -> counts.add(run, instance));
        return counts;
    }

    LabelCounts copy() {
        return new LabelCounts(instances.clone(), predictions.clone(), hits.clone());
    }

    /** Counts an instance; it can come more than once. */
    void add(MultiLabelPredictions run, int instance) {
        run.count(instance, instances, predictions, hits);
    }

    ClassScores scores(int label) {
        return new ClassScores(instances[label], predictions[label], hits[label]);
    }

    boolean isPresent(int label) {
        return instances[label] > 0;
    }

    double microF1() {
        return ClassScores.share(
                2.0 * IntStream.of(hits).sum(),
                IntStream.of(instances).sum() + IntStream.of(predictions).sum());
    }

    /** Mean F1 over those of some labels that are true of an instance; NaN if none is. */
    double macroF1(int[] labels) {
        double sum = 0;
        int present = 0;
        for (int label : labels) {
            if (instances[label] > 0) {
                sum += ClassScores.share(2.0 * hits[label], instances[label] + predictions[label]);
                present++;
            }
        }
        return sum / present;
    }

    /** Labels that are predicted although untrue, or true although not predicted. */
    long errors() {
        return IntStream.range(0, hits.length)
                .mapToLong(label -> (long) instances[label] + predictions[label] - 2L * hits[label])
                .sum();
    }
}
