package io.github.bkd4j.backend;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The requested backend. ND4J selects its backend from the class path and the environment when it starts, so a running
 * JVM cannot force one. A request is therefore compared with the backend that ND4J is going to select, before ND4J
 * starts.
 */
public enum BackendChoice {
    /** The CPU, even where an NVIDIA device is present. */
    CPU,

    /** An NVIDIA device; an error where none works. */
    CUDA,

    /** An NVIDIA device where one works, otherwise the CPU. */
    AUTO;

    /** System property that requests a backend: {@code cpu}, {@code cuda} or {@code auto}. */
    public static final String PROPERTY = "bkd.backend";

    /** Environment variable that requests a backend; the system property takes precedence. */
    public static final String VARIABLE = "BKD_BACKEND";

    private static final String CPU_PRIORITY = "BACKEND_PRIORITY_CPU"; // read by ND4J, like the next
    private static final String GPU_PRIORITY = "BACKEND_PRIORITY_GPU";

    /**
     * The selected backend, and why.
     *
     * @param backend the backend that ND4J selects
     * @param reason why it was selected, or the name of the device
     */
    public record Taken(Backend backend, String reason) {}

    /**
     * Parses a request.
     *
     * @param word {@code cpu}, {@code cuda} or {@code auto}
     * @return the request
     * @throws IllegalArgumentException if it is any other word
     */
    public static BackendChoice of(String word) {
        for (BackendChoice choice : values()) {
            if (choice.word().equals(word)) {
                return choice;
            }
        }
        throw new IllegalArgumentException("backend must be cpu, cuda or auto but was " + word);
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the request from the system property {@value #PROPERTY}, or else from the environment variable
     * {@value #VARIABLE}.
     *
     * @return empty if neither is set
     * @throws IllegalArgumentException if the value is not {@code cpu}, {@code cuda} or {@code auto}
     */
    public static Optional<BackendChoice> ofEnvironment() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
                .filter(word -> !word.isBlank())
                .map(BackendChoice::of);
    }

    /**
     * Verifies that the requested backend is available. Starts ND4J only where CUDA is requested and all its parts are
     * present, to check that CUDA works.
     *
     * @return the selected backend
     * @throws BackendException if the requested backend is not available; there is no silent fallback
     */
    public Taken take() {
        return take(CudaParts.here(), System.getenv(), Backend::running);
    }

    Taken take(CudaParts parts, Map<String, String> environment, Supplier<Backend> running) {
        Optional<String> missing = parts.missing();
        boolean cpuFirst = priority(environment, CPU_PRIORITY, 0) >= priority(environment, GPU_PRIORITY, 100);
        return switch (this) {
            case CPU -> cpu(missing.isPresent() || cpuFirst);
            case CUDA -> cuda(parts, missing, cpuFirst, running);
            case AUTO ->
                missing.isPresent() || cpuFirst
                        ? new Taken(Backend.CPU, missing.orElse(CPU_PRIORITY + " puts it first"))
                        : new Taken(Backend.CUDA, parts.device());
        };
    }

    private static Taken cpu(boolean granted) {
        if (!granted) {
            throw new BackendException("backend cpu was asked for but ND4J will take CUDA: start Java with the"
                    + " environment variable " + CPU_PRIORITY + "=1000");
        }
        return new Taken(Backend.CPU, "as asked for");
    }

    private static Taken cuda(CudaParts parts, Optional<String> missing, boolean cpuFirst, Supplier<Backend> running) {
        missing.ifPresent(part -> {
            throw new BackendException("backend cuda was asked for but " + part);
        });
        if (cpuFirst) {
            throw new BackendException(
                    "backend cuda was asked for but the environment variable " + CPU_PRIORITY + " puts the CPU first");
        }
        if (running.get() != Backend.CUDA) {
            throw new BackendException("backend cuda was asked for but ND4J could not start it on " + parts.device()
                    + " and took the CPU: CUDA 11.6 must be installed");
        }
        return new Taken(Backend.CUDA, parts.device());
    }

    private static int priority(Map<String, String> environment, String variable, int otherwise) {
        String value = environment.get(variable);
        return value == null || value.isEmpty() ? otherwise : Integer.parseInt(value);
    }
}
