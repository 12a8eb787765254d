package io.github.bkd4j.cli;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the student is trained for. */
final class LossOptions {

    static final String NAMES = "bkd, bkd-plain, bkd-paper, kd, kd-la, dkd, ce, cb, focal, ldam-drw, logit-adjusted";

    static final String MEANINGS =
            "bkd: the labels, and the teacher with the rare classes weighing more; a teacher that "
                    + "is trained is trained under the logit-adjusted loss. bkd-plain: the same from a teacher under "
                    + "cross-entropy; bkd-paper: with the paper's settings, whatever the options below say. kd: the labels, and "
                    + "the teacher as it is; kd-la: from a teacher under the logit-adjusted loss; dkd: decoupled distillation. "
                    + "ce: the labels alone (cross-entropy); cb: with class weights; focal, ldam-drw, logit-adjusted: the "
                    + "losses of these names.";

    private static final Set<String> FROM_ADJUSTED = Set.of("bkd", "kd-la");

    private static final double FOCUSING = 2; // gamma of focal loss
    private static final double MARGIN = 0.5; // of LDAM
    private static final double DEFERRED = 0.8; // share of the epochs after which LDAM's weights act
    // By cross-validation: decision 26.
    private static final double TEMPERING = 1.5;
    static final double BESIDE_ADJUSTED = 0.35; // beside a teacher under the logit-adjusted loss
    private static final double OTHERS = 8; // weight of DKD's second part

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
            description =
                    "How strongly these weights act, >= 0: 0 not at all; the paper has them as --temperature. bkd "
                            + "and bkd-plain; default " + TEMPERING + ", and " + BESIDE_ADJUSTED
                            + " beside a teacher under the logit-adjusted loss.")
    private @Nullable Double tempering;

    @Option(
            names = "--deferred",
            paramLabel = "EPOCH",
            description =
                    "The epoch, >= 0 and below --epochs, at which these weights begin to act. bkd; default ${DEFAULT-VALUE}.")
    private int deferred = 0;

    /** Refuses settings that no training of so many epochs could have. */
    void check(int epochs) {
        if (deferred < 0 || deferred >= Math.max(1, epochs)) {
            throw new InputException("--deferred must be >= 0 and below --epochs " + epochs + " but was " + deferred);
        }
        InputException.checked(() -> balanced(false));
    }

    /**
     * The way to train that has a name; refused in the words of the option that it came with. A teacher that is read
     * from a file is what it is; one that is trained can be trained under the logit-adjusted loss.
     */
    Contender contender(String option, String name, TeacherOptions teacher) {
        boolean adjusted = teacher.isTrained() && FROM_ADJUSTED.contains(name);
        return InputException.checked(() -> new Contender(name, objective(option, name, adjusted), adjusted));
    }

    private Objective objective(String option, String name, boolean adjusted) {
        return switch (name) {
            case "ce" -> Objectives.crossEntropy();
            case "cb" -> Objectives.crossEntropy(weights(), Reweighting.fromTheStart());
            case "focal" -> Objectives.focal(FOCUSING);
            case "ldam-drw" -> Objectives.ldam(MARGIN, weights(), Reweighting.deferredToShare(DEFERRED));
            case "logit-adjusted" -> Objectives.logitAdjusted(1);
            case "kd", "kd-la" -> Objectives.distillation(Temperature.of(temperature), alpha);
            case "bkd", "bkd-plain" -> balanced(adjusted);
            case "bkd-paper" ->
                Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999));
            case "dkd" ->
                Objectives.decoupledDistillation(Temperature.of(temperature), 1, OTHERS, Objectives.crossEntropy());
            default -> throw new InputException(option + " must be one of " + NAMES + " but was '" + name + "'");
        };
    }

    private ClassWeights weights() {
        return ClassWeights.effectiveNumber(beta);
    }

    private Objective balanced(boolean adjusted) {
        return balanced(temperature, alpha, beta, tempering != null ? tempering : usualTempering(adjusted), deferred);
    }

    /** How strongly the weights act unless that is said, beside a teacher under the logit-adjusted loss or not. */
    static double usualTempering(boolean adjusted) {
        return adjusted ? BESIDE_ADJUSTED : TEMPERING;
    }

    static Objective balanced(double temperature, double alpha, double beta, double tempering, int deferred) {
        return Objectives.balancedDistillation(Temperature.of(temperature), ClassWeights.effectiveNumber(beta))
                .withAlpha(alpha)
                .withTempering(tempering)
                .withReweighting(Reweighting.deferredToEpoch(deferred));
    }
}
