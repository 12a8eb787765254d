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
 * Trains one network on one training split. The same seed, data and number of threads give a bit-identical result. Runs
 * once; not thread-safe.
 */
public final class TrainingLoop {

    // Most unlabelled instances in an epoch: so many per labelled one, or so many, whichever is more.
    private static final int PER_LABELLED = 2;
    private static final int UNLABELLED = 5000;

    private final TrainingData data;
    private final Objective objective;
    private final Schedule schedule;
    private final long seed;
    private final TrainingMonitor monitor;
    private final @Nullable ToDoubleFunction<Network> validation;
    private final int turns; // epochs in which each unlabelled instance comes once
    private final long allSteps;

    /**
     * Prepares a training.
     *
     * @param data the training instances
     * @param objective what the network is trained for
     * @param schedule epochs, batches, step size and optimiser
     * @param seed of the order of instances, augmentation and dropout
     * @param monitor notified of progress
     * @param validation computes the balanced accuracy of a network on the validation split, or null if there is none
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
        int labelled = data.classes().length;
        int unlabelled = data.inputs().size() - labelled;
        this.turns = Math.max(1, (int) Math.ceil((double) unlabelled / Math.max(UNLABELLED, PER_LABELLED * labelled)));
        this.allSteps = (long) schedule.epochs() * schedule.steps(labelled + (unlabelled + turns - 1) / turns);
    }

    /**
     * The DL4J updater of this training; build the network with it.
     *
     * @return an updater for all parameters
     */
    public IUpdater optimiser() {
        return schedule.optimiser().updater(schedule.learningRate(), allSteps);
    }

    /**
     * Trains a network.
     *
     * @param network built with {@link #optimiser}; trained in place
     * @return the network to keep, and a summary of each epoch
     * @throws IllegalArgumentException if the network is a text network and the optimiser is not Adam
     * @throws DivergedException if a loss or a parameter becomes NaN or infinite
     * @throws TrainingCancelledException if the monitor or an interrupt of this thread cancels it
     */
    public Trained run(Network network) {
        return resume(network, null);
    }

    /**
     * Trains a network, or resumes from a checkpoint.
     *
     * @param network built with {@link #optimiser}; trained in place
     * @param checkpoint the file in which the state is saved, and from which training resumes if it exists; or null
     * @return the network to keep, and a summary of each epoch, including those before the checkpoint
     * @throws IllegalArgumentException as {@link #run(Network)} does
     * @throws DivergedException if a loss or a parameter becomes NaN or infinite; the checkpoint then holds the last
     *     finite state
     * @throws TrainingCancelledException if the monitor or an interrupt of this thread cancels it
     * @throws CheckpointException if the checkpoint is damaged or of another run
     * @throws java.io.UncheckedIOException if the checkpoint cannot be written; the previous one is kept
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

    /** Catches non-finite parameters that no batch has read since, which the loss cannot reveal. */
    private void requireFinite(TrainingState state) {
        state.best().firstNonFinite().ifPresent(layer -> {
            EpochSummary last = state.history().get(state.epochs() - 1);
            throw new DivergedException(last.epoch(), layer, last.loss().total(), schedule.learningRate());
        });
    }

    /** Trains from the current epoch, which may lie inside the phase, up to {@code end}. */
    private void runPhase(TrainingState state, Phase phase, int end, @Nullable CheckpointFile file) {
        Network network = state.network();
        LogitLoss uncached = phase.loss();
        LogitLoss cached = uncached.cached();
        Targets targets = new Targets(phase, data, network.hasTeacher());
        boolean begun = state.epochs() > phase.firstEpoch();
        MeteredLoss loss = new MeteredLoss(cached, begun ? state.lastLoss() : Double.NaN);
        while (state.epochs() < end && !state.stopped()) {
            network.trainUnder(loss, uncached::beside);
            runEpoch(state, targets);
            network.trainUnder(cached, uncached::beside); // a copy kept as the best must not hold the meter
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
        long epochSeed = seed + 0x9E3779B97F4A7C15L * (epoch + 1); // one random stream per epoch
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

    /**
     * The rows of an epoch: the sampler's draw of labelled instances, and the unlabelled ones, in turn where there are
     * many.
     */
    private int[] drawn(int epoch) {
        int[] classes = data.classes();
        int[] labelled = schedule.sampler().epoch(classes, data.counts().classes(), epoch, schedule.epochs(), seed);
        return IntStream.concat(
                        IntStream.of(labelled),
                        IntStream.range(classes.length, data.inputs().size())
                                .filter(row -> row % turns == epoch % turns))
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
