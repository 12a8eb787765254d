package io.github.bkd4j.cli;

import io.github.bkd4j.backend.BackendChoice;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports the selected backend. */
final class BackendLine {

    private BackendLine() {}

    /** Verifies the requested backend; under auto, prints the selected one. Does nothing without a request. */
    static void say(@Nullable BackendChoice asked, PrintWriter err) {
        Optional.ofNullable(asked).or(BackendChoice::ofEnvironment).ifPresent(choice -> {
            BackendChoice.Taken taken = choice.take();
            if (choice == BackendChoice.AUTO) {
                err.println("bkd: backend " + taken.backend().name().toLowerCase(Locale.ROOT) + ": " + taken.reason());
            }
        });
    }
}
