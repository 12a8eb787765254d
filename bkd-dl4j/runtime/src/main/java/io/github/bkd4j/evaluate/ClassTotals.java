package io.github.bkd4j.evaluate;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How often each class occurs among some instances of a test set, how often it was predicted, and how often correctly.
 */
final class ClassTotals {

    private final int[] instances; // [classes]
    private final int[] predictions; // [classes]
    private final int[] hits; // [classes]

    /** Counts instances given by their positions; one can come more than once. */
    ClassTotals(Predictions run, int[] counted) {
        instances = new int[run.labels().size()];
        predictions = new int[run.labels().size()];
        hits = new int[run.labels().size()];
        for (int i : counted) {
            instances[run.truth(i)]++;
            predictions[run.predicted(i)]++;
            hits[run.truth(i)] += run.isRight(i) ? 1 : 0;
        }
    }

    /** The classes that occur. */
    IntStream present() {
        return IntStream.range(0, instances.length).filter(c -> instances[c] > 0);
    }

    ClassScores scores(int c) {
        return new ClassScores(instances[c], predictions[c], hits[c]);
    }

    double accuracy() {
        return (double) IntStream.of(hits).sum() / IntStream.of(instances).sum();
    }

    double balancedAccuracy() {
        return mean(ClassScores::recall);
    }

    double macroF1() {
        return mean(ClassScores::f1);
    }

    /** Over the classes that occur: a prediction of another class lowers recall alone. */
    double microF1() {
        int predicted = present().map(c -> predictions[c]).sum();
        return ClassScores.share(
                2.0 * IntStream.of(hits).sum(), IntStream.of(instances).sum() + predicted);
    }

    double gMean() {
        return GMean.of(present().mapToObj(c -> scores(c).recall()).toList());
    }

    private double mean(ToDoubleFunction<ClassScores> ofClass) {
        return present().mapToObj(this::scores).mapToDouble(ofClass).average().orElseThrow();
    }
}
