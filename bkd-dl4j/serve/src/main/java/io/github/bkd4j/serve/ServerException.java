package io.github.bkd4j.serve;

import io.github.bkd4j.io.BkdException;

/** A server cannot start: the message says why in one sentence. */
public final class ServerException extends BkdException {

    private static final long serialVersionUID = 1L;

    ServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
