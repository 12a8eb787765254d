package io.github.bkd4j.transformer;

import io.github.bkd4j.io.BkdException;

/** A sentence encoder cannot be loaded or run; the message names the encoder, the fault and what was expected. */
public final class EncoderException extends BkdException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with a message.
     *
     * @param message one sentence
     */
    public EncoderException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a message and a cause.
     *
     * @param message one sentence
     * @param cause the underlying exception
     */
    public EncoderException(String message, Throwable cause) {
        super(message, cause);
    }
}
