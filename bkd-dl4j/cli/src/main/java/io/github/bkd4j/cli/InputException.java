package io.github.bkd4j.cli;

import io.github.bkd4j.io.BkdException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A setting on the command line, or in a plan file, is wrong. */
final class InputException extends BkdException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String option;

    InputException(String message) {
        super(message);
        this.option = null;
    }

    /** What an option must be, and was. */
    InputException(String option, String rule) {
        super(option + " " + rule);
        this.option = option;
    }

    private InputException(String option, IllegalArgumentException cause) {
        super(String.valueOf(cause.getMessage()), cause);
        this.option = option;
    }

    /** The option that it is about, with its dashes, if it is about one. */
    Optional<String> option() {
        return Optional.ofNullable(option);
    }

    /** Makes a value from what the user gave for an option; the library's refusal becomes the user's error. */
    static <T> T checked(String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new InputException(option, e);
        }
    }
}
