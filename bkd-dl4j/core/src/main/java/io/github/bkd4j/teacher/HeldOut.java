package io.github.bkd4j.teacher;

import java.util.Comparator;
import java.util.stream.IntStream;

/** What the heads of one penalty say about instances that they have not learned from. */
final class HeldOut {

    private final int[] truth; // [instances]
    private final int classes;
    private final int[] predicted; // [instances]
    private final HeadTemperature temperature = new HeadTemperature();

    HeldOut(int[] truth, int classes) {
        this.truth = truth;
        this.classes = classes;
        this.predicted = new int[truth.length];
    }

    /** Takes the logits of an instance by a head that learned under the loss. */
    void add(int instance, float[] logits, HeadLoss loss) {
        predicted[instance] = IntStream.range(0, classes)
                .filter(loss::occurs)
                .boxed()
                .max(Comparator.comparingDouble(c -> logits[c]))
                .orElseThrow();
        if (loss.occurs(truth[instance])) {
            temperature.add(scale -> loss.surprise(logits, truth[instance], scale));
        }
    }

    /** The mean recall of the classes with at least two instances: others are never both learned and scored. */
    double balancedAccuracy() {
        int[] counts = new int[classes];
        int[] right = new int[classes];
        for (int i = 0; i < truth.length; i++) {
            counts[truth[i]]++;
            right[truth[i]] += predicted[i] == truth[i] ? 1 : 0;
        }
        return IntStream.range(0, classes)
                .filter(c -> counts[c] > 1)
                .mapToDouble(c -> (double) right[c] / counts[c])
                .average()
                .orElse(0);
    }

    /** What logits are divided by so that the labels are most likely; 1 if nothing was scored. */
    double temperature() {
        return temperature.best();
    }
}
