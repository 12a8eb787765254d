package io.github.bkd4j.train;

import io.github.bkd4j.network.Network;
import java.util.OptionalDouble;

/** Keeps the network of the best epoch, and knows when to stop waiting for a better one. */
final class EarlyStopping {

    private final int patience;
    private Network best;
    private double bestScore = Double.NEGATIVE_INFINITY;
    private int waited;

    /** With patience 0 it never stops and keeps the last network. */
    EarlyStopping(int patience, Network network) {
        this.patience = patience;
        this.best = network;
    }

    /** Looks at an epoch; true if training should stop. */
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

    /** Takes over what an ended run had found. */
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
