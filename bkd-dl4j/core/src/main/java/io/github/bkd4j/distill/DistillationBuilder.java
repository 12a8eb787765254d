package io.github.bkd4j.distill;

import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.network.Head;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.train.Schedule;
import io.github.bkd4j.train.TrainingMonitor;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a {@link Distillation}.
 *
 * @param <X> what is classified: a {@link String} for text
 */
public final class DistillationBuilder<X> {

    private final Architecture<X> student;
    private @Nullable Objective objective;
    private @Nullable Schedule schedule;
    private @Nullable Long seed;
    private TrainingMonitor monitor = TrainingMonitor.SILENT;
    private @Nullable Path checkpoint;

    DistillationBuilder(Architecture<X> student) {
        this.student = student;
    }

    /**
     * Sets what the student is trained for; required.
     *
     * @param value the objective
     * @return this builder
     */
    public DistillationBuilder<X> objective(Objective value) {
        objective = value;
        return this;
    }

    /**
     * Sets the schedule of {@link Schedule#of}, with the student's default learning rate.
     *
     * @param value passes over the training split, at least 1
     * @return this builder
     * @throws IllegalArgumentException if less than 1
     */
    public DistillationBuilder<X> epochs(int value) {
        return schedule(Schedule.of(value).withLearningRate(student.learningRate()));
    }

    /**
     * Sets the schedule; this or {@link #epochs} is required.
     *
     * @param value the schedule
     * @return this builder
     */
    public DistillationBuilder<X> schedule(Schedule value) {
        schedule = value;
        return this;
    }

    /**
     * Sets the seed of all randomness; required.
     *
     * @param value any number
     * @return this builder
     */
    public DistillationBuilder<X> seed(long value) {
        seed = value;
        return this;
    }

    /**
     * Sets the monitor, which is notified of progress and may cancel the training; none by default.
     *
     * @param value the monitor
     * @return this builder
     */
    public DistillationBuilder<X> monitor(TrainingMonitor value) {
        monitor = value;
        return this;
    }

    /**
     * Sets the file in which a training saves its state at the end of an epoch; none by default. If the file exists,
     * training resumes from it, and the result is bit-identical to that of an uninterrupted training: after a crash,
     * simply run the same program again. The file is kept when training is done. A checkpoint of another plan or other
     * data is refused.
     *
     * @param file one per training, by convention {@code NAME.checkpoint}
     * @return this builder
     */
    public DistillationBuilder<X> checkpoint(Path file) {
        checkpoint = file;
        return this;
    }

    /**
     * Builds the plan.
     *
     * @return the plan
     * @throws IllegalStateException if a required setting is missing, or the objective needs a cosine head that the
     *     student does not have; the message says how to set it
     */
    public Distillation<X> build() {
        if (objective != null && objective.needsCosines() && student.head() != Head.COSINE) {
            throw new IllegalStateException("objective " + objective.name()
                    + " must have a student with a cosine head, for example withHead(Head.COSINE), but had "
                    + student.head());
        }
        return new Distillation<>(
                student,
                required(objective, "objective must be set, for example objective(Objectives.crossEntropy())"),
                required(schedule, "schedule must be set, for example epochs(20)"),
                required(seed, "seed must be set, for example seed(7)"),
                monitor,
                checkpoint);
    }

    private static <T> T required(@Nullable T value, String rule) {
        if (value == null) {
            throw new IllegalStateException(rule);
        }
        return value;
    }
}
