package io.github.bkd4j.backend;

import io.github.bkd4j.io.BkdException;

/** The requested backend is not available; the message is one sentence that names what is missing. */
public final class BackendException extends BkdException {

    private static final long serialVersionUID = 1L;

    BackendException(String message) {
        super(message);
    }
}
