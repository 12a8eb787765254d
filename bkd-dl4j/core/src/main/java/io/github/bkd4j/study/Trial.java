package io.github.bkd4j.study;

import io.github.bkd4j.io.Checks;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.train.Schedule;
import java.util.OptionalDouble;

/**
 * One way to train a classifier, under a name.
 *
 * @param name of the system in tables, not blank
 * @param objective what it is trained for
 * @param teacher which teacher it learns from, if the objective needs one
 * @param network what is trained
 * @param schedule how long and how fast
 * @param adjustment tau of post-hoc logit adjustment, finite and >= 0: the class counts that it was trained on, to this
 *     power, are divided out of its predictions; empty for predictions as they are
 * @param isPseudoLabelled whether unlabelled texts count as labelled by the teacher's top class; the objective then
 *     needs no teacher
 */
public record Trial(
        String name,
        Objective objective,
        TeacherObjective teacher,
        Architecture<String> network,
        Schedule schedule,
        OptionalDouble adjustment,
        boolean isPseudoLabelled) {

    /** What the name of an adjusted trial ends with in tables. */
    public static final String ADJUSTED = "+pla";

    /**
     * Checks the name.
     *
     * @param name see {@link Trial}
     * @param objective see {@link Trial}
     * @param teacher see {@link Trial}
     * @param network see {@link Trial}
     * @param schedule see {@link Trial}
     * @param adjustment see {@link Trial}
     * @param isPseudoLabelled see {@link Trial}
     * @throws IllegalArgumentException if the name is blank
     */
    public Trial {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank but was '" + name + "'");
        }
    }

    /**
     * A trial whose predictions stay as they are.
     *
     * @param name see {@link Trial}
     * @param objective see {@link Trial}
     * @param teacher see {@link Trial}
     * @param network see {@link Trial}
     * @param schedule see {@link Trial}
     * @throws IllegalArgumentException if the name is blank
     */
    public Trial(
            String name,
            Objective objective,
            TeacherObjective teacher,
            Architecture<String> network,
            Schedule schedule) {
        this(name, objective, teacher, network, schedule, OptionalDouble.empty(), false);
    }

    /**
     * The training of a teacher.
     *
     * @param name see {@link Trial}
     * @param objective what the teacher is trained for
     * @param network see {@link Trial}
     * @param schedule see {@link Trial}
     * @return a trial that needs no teacher of its own
     * @throws IllegalArgumentException if the name is blank
     */
    public static Trial ofTeacher(
            String name, TeacherObjective objective, Architecture<String> network, Schedule schedule) {
        return new Trial(name, objective.objective(), objective, network, schedule);
    }

    /**
     * The same training with post-hoc logit adjustment: it is not trained a second time.
     *
     * @param tau how strong it is, finite and >= 0; usually {@link LossSettings#ADJUSTMENT}
     * @return {@code NAME+pla} in tables
     * @throws IllegalArgumentException if tau is out of range
     */
    public Trial adjusted(double tau) {
        Checks.finiteAtLeastZero("adjustment", tau);
        return new Trial(name, objective, teacher, network, schedule, OptionalDouble.of(tau), isPseudoLabelled);
    }

    /**
     * The same with pseudo-labels: unlabelled texts count as labelled by the teacher's top class.
     *
     * @return a copy
     * @throws IllegalArgumentException if the objective needs a teacher itself
     */
    public Trial pseudoLabelled() {
        Checks.require(
                !objective.needsTeacher(),
                "objective under pseudo-labels must need no teacher but was " + objective.name());
        return new Trial(name, objective, teacher, network, schedule, adjustment, true);
    }

    /**
     * Whether its training asks a teacher.
     *
     * @return true for distillation and under pseudo-labels
     */
    public boolean needsTeacher() {
        return objective.needsTeacher() || isPseudoLabelled;
    }

    /**
     * The same under another name.
     *
     * @param other not blank
     * @return a copy
     * @throws IllegalArgumentException if the name is blank
     */
    public Trial named(String other) {
        return new Trial(other, objective, teacher, network, schedule, adjustment, isPseudoLabelled);
    }

    /**
     * The name in tables.
     *
     * @return the name, with {@code +pla} if it is adjusted
     */
    public String system() {
        return adjustment.isPresent() ? name + ADJUSTED : name;
    }

    /** What its training depends on besides corpus, teacher and seed. */
    Fingerprint fingerprint() {
        return Fingerprint.of()
                .with("name", name)
                .with("objective", objective)
                .with("network", network)
                .with("schedule", schedule)
                .with("pseudo-labels", isPseudoLabelled);
    }
}
