package io.github.bkd4j.teacher;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.io.AtomicFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import lombok.extern.slf4j.Slf4j;

/**
 * One file of a cache.
 *
 * @param npy the file of logits
 * @param key everything that the logits depend on besides the instances
 * @param content SHA-256 of the instances
 */
@Slf4j
record CacheEntry(Path npy, String key, String content) {

    /** Reads the stored logits, or computes and stores them. */
    Logits logits(Supplier<Logits> teacher) {
        return kept().orElseGet(() -> made(teacher));
    }

    private Optional<Logits> kept() {
        if (Files.notExists(npy) && Files.notExists(Sidecar.beside(npy))) {
            return Optional.empty();
        }
        try {
            return Optional.of(read());
        } catch (LogitsException e) {
            log.warn("cached logits are made anew: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Logits read() {
        float[][] rows = NpyFile.read(npy); // [instances, classes]
        Sidecar sidecar = Sidecar.read(npy);
        if (!sidecar.teacher().equals(key) || !sidecar.fingerprint().equals(content)) {
            throw new LogitsException(npy + ": must be of the teacher and the instances asked for but was of others");
        }
        return NpyLogits.of(npy, rows, sidecar.labels(), sidecar.silent());
    }

    private Logits made(Supplier<Logits> teacher) {
        AtomicFile.requireWritable(npy);
        Logits logits = teacher.get();
        NpyLogits.write(npy, logits, key, content);
        return logits;
    }
}
