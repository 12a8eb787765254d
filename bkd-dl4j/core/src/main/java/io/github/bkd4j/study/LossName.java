package io.github.bkd4j.study;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.train.Schedule;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** The losses that have a name: on the command line, in plan files and in tables. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public enum LossName {

    /** Balanced distillation from a teacher under the logit-adjusted loss. */
    BKD(
            "bkd",
            "the labels, and the teacher with the rare classes weighing more; a teacher that is trained is trained "
                    + "under the logit-adjusted loss",
            TeacherObjective.LOGIT_ADJUSTED,
            LossSettings::balanced),

    /** Balanced distillation from a teacher under cross-entropy. */
    BKD_PLAIN(
            "bkd-plain",
            "the same from a teacher under cross-entropy",
            TeacherObjective.CROSS_ENTROPY,
            LossSettings::balanced),

    /** Balanced distillation with the settings of the paper. */
    BKD_PAPER(
            "bkd-paper",
            "the same with the paper's settings, whatever the options below say",
            TeacherObjective.CROSS_ENTROPY,
            (settings, teacher) -> Objectives.balancedDistillation(
                    Temperature.of(2), ClassWeights.effectiveNumber(0.9999))), // the paper's, not our defaults

    /** Knowledge distillation. */
    KD(
            "kd",
            "the labels, and the teacher as it is",
            TeacherObjective.CROSS_ENTROPY,
            (settings, teacher) -> settings.distillation()),

    /** Knowledge distillation from a teacher under the logit-adjusted loss. */
    KD_LA(
            "kd-la",
            "the same from a teacher under the logit-adjusted loss",
            TeacherObjective.LOGIT_ADJUSTED,
            (settings, teacher) -> settings.distillation()),

    /** Decoupled distillation, its second part weighing 8. */
    DKD(
            "dkd",
            "decoupled distillation",
            TeacherObjective.CROSS_ENTROPY,
            (settings, teacher) -> Objectives.decoupledDistillation(
                    Temperature.of(settings.temperature()), 1, 8, Objectives.crossEntropy())),

    /** Cross-entropy. */
    CE(
            "ce",
            "the labels alone (cross-entropy)",
            TeacherObjective.CROSS_ENTROPY,
            (settings, teacher) -> Objectives.crossEntropy()),

    /** Class-balanced cross-entropy. */
    CB(
            "cb",
            "the same with class weights",
            TeacherObjective.CROSS_ENTROPY,
            (settings, teacher) -> Objectives.crossEntropy(settings.weights(), Reweighting.fromTheStart())),

    /** Focal loss of gamma 2. */
    FOCAL("focal", "focal loss", TeacherObjective.CROSS_ENTROPY, (settings, teacher) -> Objectives.focal(2)),

    /** LDAM of margin 0.5, its class weights deferred to 80% of the epochs; wants a cosine output layer. */
    LDAM_DRW(
            "ldam-drw",
            "margins by class size, with deferred class weights",
            TeacherObjective.CROSS_ENTROPY,
            (settings, teacher) -> Objectives.ldam(0.5, settings.weights(), Reweighting.deferredToShare(0.8))),

    /** The logit-adjusted loss. */
    LOGIT_ADJUSTED(
            "logit-adjusted",
            "the logit-adjusted loss",
            TeacherObjective.CROSS_ENTROPY,
            (settings, teacher) -> Objectives.logitAdjusted(settings.adjustment())),

    /** Cross-entropy with pseudo-labels. */
    CE_PSEUDO(
            "ce+pseudo",
            "ce, with unlabelled and transfer texts labelled by the top class of the teacher under the logit-adjusted "
                    + "loss",
            TeacherObjective.LOGIT_ADJUSTED,
            (settings, teacher) -> Objectives.crossEntropy()),

    /** The logit-adjusted loss with pseudo-labels. */
    LA_PSEUDO(
            "la+pseudo",
            "logit-adjusted, with the same",
            TeacherObjective.LOGIT_ADJUSTED,
            (settings, teacher) -> Objectives.logitAdjusted(settings.adjustment()));

    private static final Set<LossName> PSEUDO_LABELLED = EnumSet.of(CE_PSEUDO, LA_PSEUDO);

    private final String text;
    private final String meaning;
    private final TeacherObjective teacher; // if it needs one

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final BiFunction<LossSettings, TeacherObjective, Objective> factory;

    /**
     * The loss of a name.
     *
     * @param name such as {@code bkd-plain}
     * @return empty if there is none
     */
    public static Optional<LossName> of(String name) {
        return Arrays.stream(values()).filter(loss -> loss.text.equals(name)).findFirst();
    }

    /**
     * All names, for a sentence.
     *
     * @return joined by commas
     */
    public static String names() {
        return Arrays.stream(values()).map(LossName::toString).collect(Collectors.joining(", "));
    }

    /**
     * What a student learns from under each loss.
     *
     * @return a sentence per loss
     */
    public static String meanings() {
        return Arrays.stream(values())
                .map(loss -> loss.text + ": " + loss.meaning + ".")
                .collect(Collectors.joining(" "));
    }

    /**
     * The objective. A teacher that is not trained in the study is what it is, and taken for one under cross-entropy.
     *
     * @param settings its numbers, as far as the loss has them
     * @param trained whether the teacher is trained in the study
     * @return what the student is trained for
     */
    public Objective objective(LossSettings settings, boolean trained) {
        return factory.apply(settings, teacher(trained));
    }

    /**
     * A student under this loss.
     *
     * @param settings its numbers, as far as the loss has them
     * @param recipe where the teacher comes from
     * @param network the student; for {@link #LDAM_DRW} with a cosine output layer
     * @param schedule how long and how fast it learns
     * @return a trial of this name
     */
    public Trial trial(LossSettings settings, TeacherRecipe recipe, Architecture<String> network, Schedule schedule) {
        boolean trained = recipe.isTrained();
        Trial trial = new Trial(text, objective(settings, trained), teacher(trained), network, schedule);
        return PSEUDO_LABELLED.contains(this) ? trial.pseudoLabelled() : trial;
    }

    /**
     * Whether its training asks a teacher.
     *
     * @return true for distillation and under pseudo-labels
     */
    public boolean needsTeacher() {
        return PSEUDO_LABELLED.contains(this)
                || objective(LossSettings.usual(), true).needsTeacher();
    }

    private TeacherObjective teacher(boolean trained) {
        return trained ? teacher : TeacherObjective.CROSS_ENTROPY;
    }

    /** The name. */
    @Override
    public String toString() {
        return text;
    }
}
