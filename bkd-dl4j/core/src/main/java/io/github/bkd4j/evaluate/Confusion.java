package io.github.bkd4j.evaluate;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** How often each class occurs in a test set, how often it was predicted, and how often rightly. */
final class Confusion {

    private final int[] instances; // [classes]
    private final int[] predictions; // [classes]
    private final int[] hits; // [classes]

    /** Counts [instances] classes in [0, classes); a prediction of -1 is a class that the test set does not know. */
    Confusion(int classes, int[] truth, int[] predicted) {
        instances = new int[classes];
        predictions = new int[classes];
        hits = new int[classes];
        for (int i = 0; i < truth.length; i++) {
            count(truth[i], predicted[i]);
        }
    }

    private void count(int truth, int predicted) {
        instances[truth]++;
        if (predicted >= 0) {
            predictions[predicted]++;
        }
        if (predicted == truth) {
            hits[truth]++;
        }
    }

    /** The classes that occur in the test set. */
    IntStream present() {
        return IntStream.range(0, instances.length).filter(c -> instances[c] > 0);
    }

    double recall(int c) {
        return (double) hits[c] / instances[c];
    }

    private double f1(int c) {
        return 2.0 * hits[c] / (instances[c] + predictions[c]);
    }

    double accuracy() {
        return (double) IntStream.of(hits).sum() / IntStream.of(instances).sum();
    }

    double balancedAccuracy() {
        return mean(this::recall);
    }

    double macroF1() {
        return mean(this::f1);
    }

    private double mean(IntToDoubleFunction ofClass) {
        return present().mapToDouble(ofClass).average().orElseThrow();
    }
}
