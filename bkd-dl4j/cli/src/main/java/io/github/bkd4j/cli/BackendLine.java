package io.github.bkd4j.cli;

import io.github.bkd4j.backend.BackendChoice;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The line in which a choice of backend is answered. */
final class BackendLine {

    private BackendLine() {}

    /** Makes sure of the choice; where it was left to us, says what it has come to. Without a choice, nothing. */
    static void say(@Nullable BackendChoice asked, PrintWriter err) {
        Optional.ofNullable(asked).or(BackendChoice::ofEnvironment).ifPresent(choice -> {
            BackendChoice.Taken taken = choice.take();
            if (choice == BackendChoice.AUTO) {
                err.println("bkd: backend " + taken.backend().name().toLowerCase(Locale.ROOT) + ": " + taken.reason());
            }
        });
    }
}
