package io.github.bkd4j.train;

import io.github.bkd4j.io.BkdException;

/** Training cannot go on from a checkpoint: the message says which file, what is wrong, and what was expected. */
public final class CheckpointException extends BkdException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with a message and a cause.
     *
     * @param message one sentence
     * @param cause what was thrown underneath
     */
    public CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
