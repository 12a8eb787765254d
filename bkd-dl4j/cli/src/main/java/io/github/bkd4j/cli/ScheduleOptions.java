package io.github.bkd4j.cli;

import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.train.Schedule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the training schedule. */
final class ScheduleOptions {

    private static final int USUAL_PATIENCE = 5;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Passes over the training texts, >= 1, for the student and for a teacher that is a "
                    + "network; default ${DEFAULT-VALUE}.")
    private int epochs = 40;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description =
                    "Stop after N >= 0 epochs without a better balanced accuracy on --valid, and keep the best; 0 "
                            + "never stops and keeps the last. Default " + USUAL_PATIENCE + " with --valid.")
    private @Nullable Integer patience;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            description = "Texts per training step, >= 1; default ${DEFAULT-VALUE}.")
    private int batchSize = 64;

    @Option(
            names = "--learning-rate",
            paramLabel = "R",
            description = "Initial step size of Adam, > 0, which decreases linearly to 0; default 0.005 for bag, "
                    + "0.001 for text-cnn.")
    private @Nullable Double learningRate;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Any whole number; the same seed gives the same student. Default ${DEFAULT-VALUE}.")
    private long seed = 1;

    int epochs() {
        return epochs;
    }

    long seed() {
        return seed;
    }

    /** Refuses early stopping, where settings are compared after the same number of epochs. */
    void requireAllEpochs() {
        if (patience != null && patience > 0) {
            throw new InputException(
                    "--patience", "must be 0, because all settings train for all epochs, but was " + patience);
        }
    }

    /** Checks everything that can be checked before texts are read. */
    void check(boolean validated) {
        if (patience != null && patience > 0 && !validated) {
            throw new InputException("--patience", "must come with --valid");
        }
        schedule(TextNetwork.BAG.asTeacher(), validated);
    }

    /** The schedule of a network. */
    Schedule schedule(Architecture<String> network, boolean validated) {
        double rate = learningRate == null ? network.learningRate() : learningRate;
        int usualPatience = validated ? USUAL_PATIENCE : 0;
        Schedule whole = InputException.checked("--epochs", () -> Schedule.of(epochs));
        Schedule batched = InputException.checked("--batch-size", () -> whole.withBatchSize(batchSize));
        Schedule fast = InputException.checked("--learning-rate", () -> batched.withLearningRate(rate));
        return InputException.checked(
                "--patience", () -> fast.withPatience(patience == null ? usualPatience : patience));
    }
}
