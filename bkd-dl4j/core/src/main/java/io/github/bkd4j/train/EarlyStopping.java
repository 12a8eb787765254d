package io.github.bkd4j.train;

import io.github.bkd4j.network.Network;
import java.util.OptionalDouble;

/**
 * Keeps the network of the epoch with the best validation score, and stops after {@code patience} epochs without a
 * better one.
 */
final class EarlyStopping {

    private final int patience;
    private Network best;
    private double bestScore = Double.NEGATIVE_INFINITY;
    private int waited;

    /** With patience 0, training never stops early and the last network is kept. */
    EarlyStopping(int patience, Network network) {
        this.patience = patience;
        this.best = network;
    }

    /** Records the score of an epoch; true if training should stop. */
    boolean stopsAfter(Network network, OptionalDouble score) {
        if (patience == 0) {
            return false;
        }
        if (score.orElseThrow() > bestScore) {
            resume(network.copy(), score.orElseThrow(), 0);
            return false;
        }
        return ++waited >= patience;
    }

    /** Restores progress from a checkpoint. */
    void resume(Network bestNetwork, double score, int epochsWaited) {
        best = bestNetwork;
        bestScore = score;
        waited = epochsWaited;
    }

    Network best() {
        return best;
    }

    double bestScore() {
        return bestScore;
    }

    int waited() {
        return waited;
    }
}
