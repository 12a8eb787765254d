package io.github.bkd4j.cli;

import io.github.bkd4j.io.BkdException;
import java.util.function.Supplier;

/** A setting on the command line is wrong. */
final class InputException extends BkdException {

    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }

    private InputException(IllegalArgumentException cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }

    /** Makes a value from what the user gave; the library's refusal becomes the user's error. */
    static <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new InputException(e);
        }
    }
}
