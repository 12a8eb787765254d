package io.github.bkd4j.cli;

import io.github.bkd4j.io.BkdException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A setting on the command line or in a plan file is invalid. */
final class InputException extends BkdException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String option;

    InputException(String message) {
        super(message);
        this.option = null;
    }

    /** Creates an exception about an option, with the violated rule and the value. */
    InputException(String option, String rule) {
        super(option + " " + rule);
        this.option = option;
    }

    private InputException(String option, IllegalArgumentException cause) {
        super(String.valueOf(cause.getMessage()), cause);
        this.option = option;
    }

    /** The option at fault, with its dashes, if there is one. */
    Optional<String> option() {
        return Optional.ofNullable(option);
    }

    /** Creates a value from an option; an IllegalArgumentException of the library becomes an input error. */
    static <T> T checked(String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new InputException(option, e);
        }
    }
}
