package io.github.bkd4j.archive;

import io.github.bkd4j.io.BkdException;
import org.jspecify.annotations.Nullable;

/** A file is not a valid archive: the message says which file, and what is wrong. */
public final class ArchiveException extends BkdException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with a message.
     *
     * @param message one sentence
     */
    public ArchiveException(String message) {
        this(message, null);
    }

    /**
     * Creates an exception with a message and a cause.
     *
     * @param message one sentence
     * @param cause the cause, or null
     */
    public ArchiveException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
