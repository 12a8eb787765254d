package io.github.bkd4j.teacher;

import io.github.bkd4j.io.BkdException;

/** Logits or a file of logits cannot be read or used; the message names them, the fault and what was expected. */
public final class LogitsException extends BkdException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with a message.
     *
     * @param message one sentence
     */
    public LogitsException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a message and a cause.
     *
     * @param message one sentence
     * @param cause the underlying exception
     */
    public LogitsException(String message, Throwable cause) {
        super(message, cause);
    }
}
