package io.github.bkd4j.cli;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.loss.Objective;
import io.github.bkd4j.loss.Objectives;
import io.github.bkd4j.loss.Temperature;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the student is trained for. */
final class LossOptions {

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            description =
                    "bkd: the labels, and the teacher with the rare classes weighing more. kd: the labels, and the "
                            + "teacher as it is. ce: the labels alone (cross-entropy), without a teacher. Default "
                            + "${DEFAULT-VALUE}.")
    private String loss = "bkd";

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description =
                    "How much the teacher's certainty is softened, > 0: 1 leaves it as it is. bkd and kd; default "
                            + "${DEFAULT-VALUE}.")
    private double temperature = 2;

    @Option(
            names = "--alpha",
            paramLabel = "A",
            description = "How much the teacher counts beside the labels, >= 0. bkd and kd; default ${DEFAULT-VALUE}.")
    private double alpha = 1;

    @Option(
            names = "--beta",
            paramLabel = "B",
            description = "How much more rare classes weigh, in [0, 1): 0 for all alike, towards 1 for the inverse of "
                    + "their frequency. bkd; default ${DEFAULT-VALUE}.")
    private double beta = 0.9999;

    @Option(
            names = "--tempering",
            paramLabel = "TAU",
            description = "How strongly these weights act, >= 0: 0 not at all. bkd; default as --temperature.")
    private @Nullable Double tempering;

    @Option(
            names = "--deferred",
            paramLabel = "EPOCH",
            description = "The epoch, from 0, at which these weights begin to act. bkd; default ${DEFAULT-VALUE}.")
    private int deferred = 0;

    /** The objective of a training of so many epochs. */
    Objective objective(int epochs) {
        return switch (loss) {
            case "bkd" -> InputException.checked(() -> balanced(epochs));
            case "kd" -> InputException.checked(() -> Objectives.distillation(Temperature.of(temperature), alpha));
            case "ce" -> Objectives.crossEntropy();
            default -> throw new InputException("--loss must be one of bkd, kd, ce but was '" + loss + "'");
        };
    }

    private Objective balanced(int epochs) {
        if (deferred < 0 || deferred >= Math.max(1, epochs)) {
            throw new InputException("--deferred must be >= 0 and below --epochs " + epochs + " but was " + deferred);
        }
        return Objectives.balancedDistillation(Temperature.of(temperature), ClassWeights.effectiveNumber(beta))
                .withAlpha(alpha)
                .withTempering(tempering == null ? temperature : tempering)
                .withReweighting(Reweighting.deferredToEpoch(deferred));
    }
}
