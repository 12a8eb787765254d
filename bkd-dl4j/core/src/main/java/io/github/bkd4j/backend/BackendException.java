package io.github.bkd4j.backend;

import io.github.bkd4j.io.BkdException;

/** The backend that was asked for cannot be had; the message says in one sentence what is missing. */
public final class BackendException extends BkdException {

    private static final long serialVersionUID = 1L;

    BackendException(String message) {
        super(message);
    }
}
