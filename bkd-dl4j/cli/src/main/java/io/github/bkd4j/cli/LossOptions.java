package io.github.bkd4j.cli;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.objective.DistillationObjective;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.study.LossName;
import io.github.bkd4j.study.LossSettings;
import io.github.bkd4j.study.MultiLabelLoss;
import io.github.bkd4j.study.Trial;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the loss. */
@Slf4j
final class LossOptions {

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "Temperature that softens the teacher's probabilities, > 0; 1 leaves them unchanged. bkd "
                    + "and kd; default ${DEFAULT-VALUE}.")
    private double temperature = LossSettings.TEMPERATURE;

    @Option(
            names = "--alpha",
            paramLabel = "A",
            description = "Weight of the distillation loss relative to the loss on the labels, >= 0. bkd and kd; "
                    + "default ${DEFAULT-VALUE}.")
    private double alpha = LossSettings.ALPHA;

    @Option(
            names = "--beta",
            paramLabel = "B",
            description = "How strongly class weights depend on frequency, in [0, 1): 0 for equal weights; towards "
                    + "1 they approach inverse frequency. bkd; default ${DEFAULT-VALUE}.")
    private double beta = LossSettings.BETA;

    @Option(
            names = "--tempering",
            paramLabel = "TAU",
            description =
                    "Strength of these weights, >= 0; 0 switches them off, the paper uses the value of --temperature. "
                            + "bkd and bkd-plain; default " + LossSettings.TEMPERING + ", and "
                            + LossSettings.TEMPERING_BESIDE_ADJUSTED
                            + " beside a teacher trained with the logit-adjusted loss; "
                            + MultiLabelLoss.TEMPERING + " where texts have sets of labels.")
    private @Nullable Double tempering;

    @Option(
            names = "--unlabelled-tempering",
            paramLabel = "TAU",
            description = "The same on texts without a label, transfer texts among them, >= 0. Default: that of "
                    + "--tempering.")
    private @Nullable Double unlabelledTempering;

    @Option(
            names = "--deferred",
            paramLabel = "EPOCH",
            description =
                    "The epoch, >= 0 and below --epochs, from which these weights apply. bkd; default ${DEFAULT-VALUE}.")
    private int deferred = 0;

    @Option(
            names = "--adjustment",
            paramLabel = "TAU",
            description =
                    "Strength of logit adjustment, >= 0: of the losses logit-adjusted and la+pseudo, and of +pla; "
                            + "default ${DEFAULT-VALUE}.")
    private double adjustment = LossSettings.ADJUSTMENT;

    /** Refuses settings that are invalid for a training of so many epochs. */
    void check(int epochs) {
        if (deferred < 0 || deferred >= Math.max(1, epochs)) {
            throw new InputException(
                    "--deferred", "must be >= 0 and below --epochs " + epochs + " but was " + deferred);
        }
        InputException.checked("--adjustment", () -> Checks.finiteAtLeastZero("adjustment", adjustment));
        Temperature softened = InputException.checked("--temperature", () -> Temperature.of(temperature));
        ClassWeights weights = InputException.checked("--beta", () -> ClassWeights.effectiveNumber(beta));
        DistillationObjective balanced = Objectives.balancedDistillation(softened, weights);
        InputException.checked("--alpha", () -> balanced.withAlpha(alpha));
        given(tempering).ifPresent(tau -> InputException.checked("--tempering", () -> balanced.withTempering(tau)));
        given(unlabelledTempering)
                .ifPresent(tau ->
                        InputException.checked("--unlabelled-tempering", () -> balanced.withUnlabelledTempering(tau)));
    }

    LossSettings settings() {
        return new LossSettings(
                temperature, alpha, beta, given(tempering), given(unlabelledTempering), deferred, adjustment);
    }

    /**
     * Warns of each number that is not its default but that no loss reads: under any value the objectives are alike.
     */
    void warnOfUnread(String losses, Function<LossSettings, Object> objectives) {
        changed().forEach((option, isChanged) -> {
            if (isChanged && objectives.apply(with(option, 0.25)).equals(objectives.apply(with(option, 0.5)))) {
                log.warn("{} has no effect under {}", option, losses);
            }
        });
    }

    private SortedMap<String, Boolean> changed() {
        LossSettings here = settings();
        LossSettings usual = LossSettings.usual();
        return new TreeMap<>(Map.of(
                "--temperature", here.temperature() != usual.temperature(),
                "--alpha", here.alpha() != usual.alpha(),
                "--beta", here.beta() != usual.beta(),
                "--tempering", here.tempering().isPresent(),
                "--unlabelled-tempering", here.unlabelledTempering().isPresent(),
                "--deferred", here.deferred() != usual.deferred(),
                "--adjustment", here.adjustment() != usual.adjustment()));
    }

    /** These settings with another value of one, in (0, 1). */
    private LossSettings with(String option, double value) {
        LossSettings here = settings();
        return new LossSettings(
                option.equals("--temperature") ? value : here.temperature(),
                option.equals("--alpha") ? value : here.alpha(),
                option.equals("--beta") ? value : here.beta(),
                option.equals("--tempering") ? given(value) : here.tempering(),
                option.equals("--unlabelled-tempering") ? given(value) : here.unlabelledTempering(),
                option.equals("--deferred") ? (int) (8 * value) : here.deferred(),
                option.equals("--adjustment") ? value : here.adjustment());
    }

    private static OptionalDouble given(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The loss of a name, with the suffix for post-hoc adjustment or without; an error names its option. */
    static LossName named(String option, String name) {
        return LossName.of(plain(name))
                .orElseThrow(() -> new InputException(
                        option,
                        "must be one of " + LossName.names() + ", each also with " + Trial.ADJUSTED
                                + " behind it, but was '" + name + "'"));
    }

    /** The loss of a name that is known. */
    static LossName named(String name) {
        return LossName.of(plain(name)).orElseThrow();
    }

    private static String plain(String name) {
        return isAdjusted(name) ? name.substring(0, name.length() - Trial.ADJUSTED.length()) : name;
    }

    /** Whether a loss is followed by post-hoc adjustment. */
    static boolean isAdjusted(String name) {
        return name.endsWith(Trial.ADJUSTED);
    }
}
