package io.github.bkd4j.train;

import java.util.concurrent.CancellationException;

/**
 * Training was cancelled, by {@link TrainingMonitor#isCancelled()} or an interrupt of its thread, which is still set. A
 * checkpoint of the epochs before is still there.
 */
public final class TrainingCancelledException extends CancellationException {

    private static final long serialVersionUID = 1L;

    TrainingCancelledException(long step, long steps) {
        super("training was cancelled after " + step + " of " + steps + " steps");
    }
}
