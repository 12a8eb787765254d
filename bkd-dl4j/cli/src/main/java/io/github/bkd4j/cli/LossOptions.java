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

    @Option(names = "--loss", paramLabel = "NAME", description = "bkd (the default), kd or ce.")
    private String loss = "bkd";

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "Softens the logits of the distillation term, > 0; default ${DEFAULT-VALUE}.")
    private double temperature = 2;

    @Option(
            names = "--alpha",
            paramLabel = "A",
            description = "Weight of the distillation term, >= 0; default ${DEFAULT-VALUE}.")
    private double alpha = 1;

    @Option(
            names = "--beta",
            paramLabel = "B",
            description = "Effective number of instances: 0 for equal class weights, towards 1 for inverse frequency; "
                    + "default ${DEFAULT-VALUE}.")
    private double beta = 0.9999;

    @Option(
            names = "--tempering",
            paramLabel = "TAU",
            description = "How strongly the class weights act, >= 0; default: as the temperature.")
    private @Nullable Double tempering;

    @Option(
            names = "--deferred",
            paramLabel = "EPOCH",
            description = "The epoch, from 0, at which the class weights begin to act; default ${DEFAULT-VALUE}.")
    private int deferred = 0;

    Objective objective() {
        return switch (loss) {
            case "bkd" -> InputException.checked(this::balanced);
            case "kd" -> InputException.checked(() -> Objectives.distillation(Temperature.of(temperature), alpha));
            case "ce" -> Objectives.crossEntropy();
            default -> throw new InputException("--loss must be one of bkd, kd, ce but was '" + loss + "'");
        };
    }

    private Objective balanced() {
        return Objectives.balancedDistillation(Temperature.of(temperature), ClassWeights.effectiveNumber(beta))
                .withAlpha(alpha)
                .withTempering(tempering == null ? temperature : tempering)
                .withReweighting(Reweighting.deferredToEpoch(deferred));
    }
}
