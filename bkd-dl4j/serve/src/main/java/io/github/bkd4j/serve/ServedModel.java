package io.github.bkd4j.serve;

import io.github.bkd4j.io.BkdException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A name and the file behind it. Requests that have begun keep the model that they began with; a file that cannot be
 * read leaves the last model in place.
 */
final class ServedModel {

    private final String name;
    private final Path file;
    private final ModelMetrics metrics = new ModelMetrics();
    private volatile LoadedModel current;
    private Optional<State> tried; // of the file when it was last read

    /** Reads the file; throws what reading a model does. */
    ServedModel(String name, Path file) {
        this.name = name;
        this.file = file;
        this.tried = State.of(file); // before reading: what is written meanwhile is read next time
        this.current = LoadedModel.read(name, file, metrics);
    }

    /** A model without a file, which is never replaced. */
    ServedModel(LoadedModel model) {
        this.name = model.name();
        this.file = Path.of("");
        this.tried = State.of(file);
        this.current = model;
    }

    /** What tells that a file was replaced. */
    private record State(
            FileTime modified, long bytes, @Nullable Object key) {

        static Optional<State> of(Path file) {
            try {
                BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class);
                return Optional.of(new State(of.lastModifiedTime(), of.size(), of.fileKey()));
            } catch (IOException e) {
                return Optional.empty(); // not there at the moment
            }
        }
    }

    LoadedModel current() {
        return current;
    }

    /** Reads the file again if it is another one than last time. Called by one thread. */
    void refresh(Consumer<String> log) {
        Optional<State> now = State.of(file);
        if (now.isEmpty() || now.equals(tried)) {
            return;
        }
        tried = now;
        try {
            current = LoadedModel.read(name, file, metrics);
            metrics.reloads.increment();
            log.accept("model " + name + ": " + file + " was replaced and is read anew");
        } catch (BkdException | UncheckedIOException e) {
            metrics.failedReloads.increment();
            log.accept("model " + name + " stays as it was: " + e.getMessage());
        }
    }
}
