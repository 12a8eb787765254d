package io.github.bkd4j.train;

import io.github.bkd4j.input.Batches;
import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.loss.LogitLoss;
import io.github.bkd4j.network.Network;
import io.github.bkd4j.network.RowSparseAdam;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Phase;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Trains one network on one training split. With the same seed, data and number of threads the result is the same, to
 * the last bit. For one run, on one thread.
 */
public final class TrainingLoop {

    private final TrainingData data;
    private final Objective objective;
    private final Schedule schedule;
    private final long seed;
    private final TrainingMonitor monitor;
    private final @Nullable ToDoubleFunction<Network> validation;
    private final long allSteps;

    /**
     * Sets a training up.
     *
     * @param data what is trained on
     * @param objective what for
     * @param schedule how long and how fast
     * @param seed of the order of instances and of dropout
     * @param monitor told how it goes
     * @param validation balanced accuracy of a network on the validation split, or null if there is none
     * @throws IllegalArgumentException if the schedule has patience but there is no validation
     */
    public TrainingLoop(
            TrainingData data,
            Objective objective,
            Schedule schedule,
            long seed,
            TrainingMonitor monitor,
            @Nullable ToDoubleFunction<Network> validation) {
        Checks.require(
                schedule.patience() == 0 || validation != null,
                "patience " + schedule.patience() + " must have a validation split but there was none");
        this.data = data;
        this.objective = objective;
        this.schedule = schedule;
        this.seed = seed;
        this.monitor = monitor;
        this.validation = validation;
        this.allSteps = (long) schedule.epochs() * schedule.steps(data.inputs().size());
    }

    /**
     * The optimiser to build the network with, as the schedule says.
     *
     * @return an updater for every parameter
     */
    public IUpdater optimiser() {
        return schedule.optimiser().updater(schedule.learningRate(), allSteps);
    }

    /**
     * Trains.
     *
     * @param network built with {@link #optimiser}; trained in place
     * @return the network to keep, and what each epoch did
     * @throws IllegalArgumentException if the network is one for texts and the optimiser another than Adam
     * @throws DivergedException if the loss or a parameter is no longer finite
     * @throws TrainingCancelledException if the monitor or an interrupt of this thread cancels it
     */
    public Trained run(Network network) {
        return resume(network, null);
    }

    /**
     * Trains, or resumes a training.
     *
     * @param network built with {@link #optimiser}; trained in place
     * @param checkpoint where the state of the training is kept, and resumed from if it is there; or null
     * @return the network to keep, and what each epoch did, before and after
     * @throws DivergedException if the loss or a parameter is no longer finite; the checkpoint is from before
     * @throws TrainingCancelledException if the monitor or an interrupt of this thread cancels it; the checkpoint is
     *     from before
     * @throws CheckpointException if the checkpoint is damaged or of another run
     * @throws UncheckedIOException if the checkpoint cannot be written; the last one is still there
     */
    public Trained run(Network network, @Nullable Checkpoint checkpoint) {
        return resume(network, checkpoint == null ? null : CheckpointFile.of(checkpoint));
    }

    Trained resume(Network network, @Nullable CheckpointFile file) {
        prepare(network);
        TrainingState state = new TrainingState(network, schedule.patience());
        if (file != null) {
            restore(state, file);
        }
        List<Phase> phases = objective.phases(data.counts(), schedule.epochs());
        for (int p = 0; p < phases.size(); p++) {
            int end = p + 1 < phases.size() ? phases.get(p + 1).firstEpoch() : schedule.epochs();
            if (state.epochs() < end && !state.stopped()) {
                runPhase(state, phases.get(p), end, file);
            }
        }
        network.graph().setListeners(List.of());
        requireFinite(state);
        return new Trained(state.best(), state.history());
    }

    private void restore(TrainingState state, CheckpointFile file) {
        file.restore(state);
        if (state.epochs() > 0) {
            monitor.resumed(List.copyOf(state.history()), schedule.epochs());
        }
    }

    private void prepare(Network network) {
        network.penalise(schedule.optimiser().l2());
        List<TrainingListener> listeners = new ArrayList<>();
        if (optimiser() instanceof Adam adam) {
            listeners.add(new RowSparseAdam(adam));
        } else if (!network.texts().isEmpty()) {
            throw new IllegalArgumentException(
                    "optimiser of a network for texts must be Adam but was " + schedule.optimiser());
        }
        listeners.addAll(monitor.listeners());
        network.graph().setListeners(listeners);
    }

    /** A number that is not finite shows in the loss as soon as it is read; here are those that no batch has read. */
    private void requireFinite(TrainingState state) {
        state.best().firstNonFinite().ifPresent(layer -> {
            EpochSummary last = state.history().get(state.epochs() - 1);
            throw new DivergedException(last.epoch(), layer, last.loss().total(), schedule.learningRate());
        });
    }

    /** Trains up to {@code end}, from where the run is in the phase. */
    private void runPhase(TrainingState state, Phase phase, int end, @Nullable CheckpointFile file) {
        Network network = state.network();
        LogitLoss uncached = phase.loss();
        LogitLoss cached = uncached.cached();
        Targets targets = new Targets(uncached, data, network.hasTeacher());
        boolean begun = state.epochs() > phase.firstEpoch();
        MeteredLoss loss = new MeteredLoss(cached, begun ? state.lastLoss() : Double.NaN);
        while (state.epochs() < end && !state.stopped()) {
            network.trainUnder(loss, uncached::beside);
            runEpoch(state, targets);
            network.trainUnder(cached, uncached::beside); // a network that is kept has no meter
            EpochSummary summary = new EpochSummary(state.epochs(), loss.takeMean(), validate(network));
            state.epochDone(summary, loss.lastMean());
            if (file != null) {
                keep(state, file);
            }
            monitor.epoch(summary, schedule.epochs());
        }
    }

    private void keep(TrainingState state, CheckpointFile file) {
        try {
            file.epochDone(state, state.stopped() || state.epochs() == schedule.epochs());
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ClosedByInterruptException) {
                throw cancelled(state);
            }
            throw e;
        }
    }

    private void runEpoch(TrainingState state, Targets targets) {
        int epoch = state.epochs();
        long epochSeed = seed + 0x9E3779B97F4A7C15L * (epoch + 1); // a stream of its own for each epoch
        Nd4j.getRandom().setSeed(epochSeed);
        Inputs inputs = data.inputs().forEpoch(epochSeed);
        List<int[]> order = Batches.shuffled(inputs, drawn(epoch), schedule.batchSize(), epochSeed);
        Ahead<Batch> batches = new Ahead<>(order.size(), i -> batch(inputs, order.get(i), targets));
        while (batches.hasNext()) {
            requireNotCancelled(state);
            try (Batch batch = batches.next()) {
                fit(state.network(), batch, epoch);
            }
            monitor.step(state.stepDone(), allSteps);
        }
        state.network().graph().incrementEpochCount();
    }

    private void requireNotCancelled(TrainingState state) {
        if (monitor.isCancelled() || Thread.currentThread().isInterrupted()) {
            throw cancelled(state);
        }
    }

    private TrainingCancelledException cancelled(TrainingState state) {
        return new TrainingCancelledException(state.step(), allSteps);
    }

    /** What the sampler draws of the instances with a label, and all without. */
    private int[] drawn(int epoch) {
        int[] classes = data.classes();
        int[] labelled = schedule.sampler().epoch(classes, data.counts().classes(), epoch, schedule.epochs(), seed);
        return IntStream.concat(
                        IntStream.of(labelled),
                        IntStream.range(classes.length, data.inputs().size()))
                .toArray();
    }

    private static Batch batch(Inputs inputs, int[] rows, Targets targets) {
        return new Batch(inputs.features(rows), targets.labels(rows));
    }

    private void fit(Network network, Batch batch, int epoch) {
        try {
            network.fit(batch.features(), batch.labels());
        } catch (NonFiniteLossException e) {
            String layer = network.firstNonFinite().orElse(network.output());
            throw new DivergedException(epoch, layer, e.lastFinite(), schedule.learningRate());
        }
    }

    private OptionalDouble validate(Network network) {
        return validation == null ? OptionalDouble.empty() : OptionalDouble.of(validation.applyAsDouble(network));
    }
}
