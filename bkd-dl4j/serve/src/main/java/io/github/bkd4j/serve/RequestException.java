package io.github.bkd4j.serve;

/** A request is refused: its status, and one sentence for the client. */
final class RequestException extends RuntimeException {

    static final int BAD_REQUEST = 400;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int TOO_SLOW = 408;
    static final int TOO_LARGE = 413;
    static final int TOO_MANY = 429;
    static final int UNAVAILABLE = 503;

    private static final long serialVersionUID = 1L;

    private final int status;

    RequestException(int status, String message) {
        super(message, null, false, false); // an answer, not a failure: no stack trace
        this.status = status;
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
