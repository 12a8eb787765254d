package io.github.bkd4j.study;

import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.network.TextArchitecture;
import io.github.bkd4j.objective.MultiLabelObjective;
import io.github.bkd4j.train.Schedule;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** The losses on sets of labels that have a name: on the command line and in tables. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public enum MultiLabelLoss {

    /** Balanced distillation. */
    BKD("bkd", TeacherObjective.CROSS_ENTROPY, settings -> distillation(settings, tempering(settings))),

    /** Knowledge distillation. */
    KD("kd", TeacherObjective.CROSS_ENTROPY, settings -> distillation(settings, 0)),

    /** Knowledge distillation from a teacher under the logit-adjusted loss. */
    KD_LA("kd-la", TeacherObjective.LOGIT_ADJUSTED, settings -> distillation(settings, 0)),

    /** Binary cross-entropy. */
    CE("ce", TeacherObjective.CROSS_ENTROPY, settings -> new MultiLabelObjective.CrossEntropy()),

    /** Focal loss of gamma 2. */
    FOCAL("focal", TeacherObjective.CROSS_ENTROPY, settings -> new MultiLabelObjective.Focal(2)),

    /** Class-balanced focal loss of gamma 2. */
    CB_FOCAL(
            "cb-focal",
            TeacherObjective.CROSS_ENTROPY,
            settings -> new MultiLabelObjective.BalancedFocal(2, settings.beta())),

    /** Asymmetric loss of gammas 0 and 4 and margin 0.05. */
    ASYMMETRIC(
            "asymmetric", TeacherObjective.CROSS_ENTROPY, settings -> new MultiLabelObjective.Asymmetric(0, 4, 0.05)),

    /** Distribution-balanced loss. */
    DB("db", TeacherObjective.CROSS_ENTROPY, settings -> new MultiLabelObjective.DistributionBalanced()),

    /** Logit-adjusted binary cross-entropy, tau 1. */
    LOGIT_ADJUSTED(
            "logit-adjusted",
            TeacherObjective.CROSS_ENTROPY,
            settings -> new MultiLabelObjective.LogitAdjusted(settings.adjustment()));

    /**
     * Default tempering of balanced distillation of label sets; mild: where 1 of 7,770 texts has a label it moves the
     * logit by 2.6. Not chosen by cross-validation.
     */
    public static final double TEMPERING = 0.3;

    private final String text;
    private final TeacherObjective teacher; // if it needs one

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Function<LossSettings, MultiLabelObjective> factory;

    private static double tempering(LossSettings settings) {
        return settings.tempering().orElse(TEMPERING);
    }

    private static MultiLabelObjective distillation(LossSettings settings, double tempering) {
        return new MultiLabelObjective.Distillation(
                Temperature.of(settings.temperature()), settings.alpha(), tempering, settings.beta());
    }

    /**
     * The loss of a name.
     *
     * @param name such as {@code bkd}
     * @return empty if there is none
     */
    public static Optional<MultiLabelLoss> of(String name) {
        return Arrays.stream(values()).filter(loss -> loss.text.equals(name)).findFirst();
    }

    /**
     * All names, for a sentence.
     *
     * @return joined by commas
     */
    public static String names() {
        return Arrays.stream(values()).map(MultiLabelLoss::toString).collect(Collectors.joining(", "));
    }

    /**
     * The objective.
     *
     * @param settings its numbers, as far as the loss has them
     * @return what the student is trained for
     */
    public MultiLabelObjective objective(LossSettings settings) {
        return factory.apply(settings);
    }

    /**
     * A student under this loss.
     *
     * @param settings its numbers, as far as the loss has them
     * @param network the student
     * @param schedule how long and how fast it learns
     * @return a trial of this name
     */
    public MultiLabelTrial trial(LossSettings settings, TextArchitecture network, Schedule schedule) {
        return new MultiLabelTrial(text, objective(settings), teacher, network, schedule);
    }

    /**
     * Whether its training asks a teacher.
     *
     * @return true for distillation
     */
    public boolean needsTeacher() {
        return objective(LossSettings.usual()).needsTeacher();
    }

    /** The name. */
    @Override
    public String toString() {
        return text;
    }
}
