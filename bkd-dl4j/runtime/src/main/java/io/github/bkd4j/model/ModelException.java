package io.github.bkd4j.model;

import io.github.bkd4j.io.BkdException;

/** A model archive cannot be read or written: the message says which, what is wrong, and what was expected. */
public final class ModelException extends BkdException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with a message.
     *
     * @param message one sentence
     */
    public ModelException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a message and a cause.
     *
     * @param message one sentence
     * @param cause what was thrown underneath
     */
    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
