package io.github.bkd4j.corpus;

import io.github.bkd4j.io.BkdException;

/**
 * A corpus cannot be read or used as asked: the user's input is wrong, and the message says what, where and what was
 * expected.
 */
public final class CorpusException extends BkdException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with a message.
     *
     * @param message one sentence: what, where (file:line), what was expected
     */
    public CorpusException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a message and a cause.
     *
     * @param message one sentence: what, where (file:line), what was expected
     * @param cause what was thrown underneath
     */
    public CorpusException(String message, Throwable cause) {
        super(message, cause);
    }
}
