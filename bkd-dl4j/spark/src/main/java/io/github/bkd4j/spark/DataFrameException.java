package io.github.bkd4j.spark;

import io.github.bkd4j.io.BkdException;

/** A data frame, a path or an archive cannot be used as asked: the message says what, where and what was expected. */
public final class DataFrameException extends BkdException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with a message.
     *
     * @param message one sentence: what, where, what was expected
     */
    public DataFrameException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a message and a cause.
     *
     * @param message one sentence: what, where, what was expected
     * @param cause what was thrown underneath
     */
    public DataFrameException(String message, Throwable cause) {
        super(message, cause);
    }
}
