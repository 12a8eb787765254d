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
     * What the student is trained for; required.
     *
     * @param value the objective
     * @return this builder
     */
    public DistillationBuilder<X> objective(Objective value) {
        objective = value;
        return this;
    }

    /**
     * How long to train: the schedule of {@link Schedule#of}, at the student's own learning rate.
     *
     * @param value passes over the training split, at least 1
     * @return this builder
     * @throws IllegalArgumentException if less than 1
     */
    public DistillationBuilder<X> epochs(int value) {
        return schedule(Schedule.of(value).withLearningRate(student.learningRate()));
    }

    /**
     * How long and how fast to train; this or {@link #epochs} is required.
     *
     * @param value the schedule
     * @return this builder
     */
    public DistillationBuilder<X> schedule(Schedule value) {
        schedule = value;
        return this;
    }

    /**
     * Where randomness comes from; required.
     *
     * @param value any number
     * @return this builder
     */
    public DistillationBuilder<X> seed(long value) {
        seed = value;
        return this;
    }

    /**
     * Who is told how training goes, and may cancel it.
     *
     * @param value the monitor
     * @return this builder
     */
    public DistillationBuilder<X> monitor(TrainingMonitor value) {
        monitor = value;
        return this;
    }

    /**
     * Where a training keeps its state at the end of an epoch. If the file is there, the training goes on from it, and
     * ends as if it had never been ended, to the last bit: a process that was killed is simply started again. The file
     * stays when training is done; the same plan on the same data then has nothing left to do, any other is refused.
     *
     * @param file one for each training, by custom {@code NAME.checkpoint}
     * @return this builder
     */
    public DistillationBuilder<X> checkpoint(Path file) {
        checkpoint = file;
        return this;
    }

    /**
     * Ends the plan.
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
