package io.github.bkd4j.train;

import io.github.bkd4j.network.Network;
import java.util.List;

/**
 * The outcome of a training.
 *
 * @param network of the last epoch, or of the best epoch under early stopping
 * @param history one summary per epoch, in order
 */
public record Trained(Network network, List<EpochSummary> history) {

    /**
     * Copies the history.
     *
     * @param network see {@link Trained}
     * @param history see {@link Trained}
     */
    public Trained {
        history = List.copyOf(history);
    }
}
