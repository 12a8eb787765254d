package io.github.bkd4j.backend;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which backend somebody wants. ND4J chooses by class path and environment when it starts, so a choice cannot be
 * imposed from within the JVM: it is compared with what ND4J will take, before that starts.
 */
public enum BackendChoice {
    /** The processor, whatever else there is. */
    CPU,

    /** An NVIDIA device, or nothing. */
    CUDA,

    /** An NVIDIA device where one works, else the processor. */
    AUTO;

    /** System property with a choice: {@code cpu}, {@code cuda} or {@code auto}. */
    public static final String PROPERTY = "bkd.backend";

    /** Environment variable with a choice; the property goes first. */
    public static final String VARIABLE = "BKD_BACKEND";

    private static final String CPU_PRIORITY = "BACKEND_PRIORITY_CPU"; // ND4J's, as the next
    private static final String GPU_PRIORITY = "BACKEND_PRIORITY_GPU";

    /**
     * What a choice has come to.
     *
     * @param backend what ND4J takes
     * @param reason why, or on which device
     */
    public record Taken(Backend backend, String reason) {}

    /**
     * Reads a choice.
     *
     * @param word {@code cpu}, {@code cuda} or {@code auto}
     * @return the choice
     * @throws IllegalArgumentException if it is none
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
     * The choice of the property {@value #PROPERTY}, or of the environment variable {@value #VARIABLE}.
     *
     * @return empty if neither is set
     * @throws IllegalArgumentException if it is set to something else
     */
    public static Optional<BackendChoice> ofEnvironment() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
                .filter(word -> !word.isBlank())
                .map(BackendChoice::of);
    }

    /**
     * Makes sure of the choice. ND4J is started only to see whether CUDA, asked for and there, works.
     *
     * @return what it has come to
     * @throws BackendException if it cannot be had; there is no silent fall-back
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
