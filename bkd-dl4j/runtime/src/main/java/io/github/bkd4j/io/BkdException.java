package io.github.bkd4j.io;

import org.jspecify.annotations.Nullable;

/**
 * The root of the exceptions about wrong input: a file, a model, a setting that makes training diverge. The message is
 * one sentence that says what, where, and what was expected.
 */
public abstract class BkdException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with a message.
     *
     * @param message what, where, and what was expected
     */
    protected BkdException(String message) {
        this(message, null);
    }

    /**
     * Creates an exception with a message and a cause.
     *
     * @param message what, where, and what was expected
     * @param cause the cause, or null
     */
    protected BkdException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
