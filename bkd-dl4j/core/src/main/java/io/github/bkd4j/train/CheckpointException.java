package io.github.bkd4j.train;

import io.github.bkd4j.io.BkdException;

/** Training cannot resume from a checkpoint; the message names the file, the fault and what was expected. */
public final class CheckpointException extends BkdException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with a message and a cause.
     *
     * @param message one sentence
     * @param cause the underlying exception
     */
    public CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
