package io.github.bkd4j.train;

import io.github.bkd4j.network.Network;
import java.util.ArrayList;
import java.util.List;

/** The progress of a run. */
final class TrainingState {

    private final Network network;
    private final EarlyStopping stopping;
    private final List<EpochSummary> history = new ArrayList<>();
    private long step;
    private boolean stopped;
    private double lastLoss = Double.NaN;

    /** A run that has not started. */
    TrainingState(Network network, int patience) {
        this.network = network;
        this.stopping = new EarlyStopping(patience, network);
    }

    Network network() {
        return network;
    }

    /** The network to keep: the current one, or a copy from the best epoch. */
    Network best() {
        return stopping.best();
    }

    EarlyStopping stopping() {
        return stopping;
    }

    List<EpochSummary> history() {
        return history;
    }

    /** Epochs done. */
    int epochs() {
        return history.size();
    }

    /** Steps done. */
    long step() {
        return step;
    }

    /** Whether early stopping has ended the run. */
    boolean stopped() {
        return stopped;
    }

    /** Mean loss of the last batch; NaN if there was none. */
    double lastLoss() {
        return lastLoss;
    }

    long stepDone() {
        return ++step;
    }

    void epochDone(EpochSummary summary, double loss) {
        history.add(summary);
        lastLoss = loss;
        stopped = stopping.stopsAfter(network, summary.validation());
    }

    /** Restores progress from a checkpoint; the network and the best network are restored separately. */
    void resume(List<EpochSummary> summaries, long steps, boolean wasStopped, double loss) {
        history.addAll(summaries);
        step = steps;
        stopped = wasStopped;
        lastLoss = loss;
    }
}
