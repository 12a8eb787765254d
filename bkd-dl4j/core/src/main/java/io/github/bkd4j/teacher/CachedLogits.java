package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.io.AtomicFile;
import io.github.bkd4j.io.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.extern.slf4j.Slf4j;

/**
 * Answers from a cache, and asks only where it has nothing.
 *
 * @param <X> what is classified
 * @param cache where answers are kept
 * @param teacher who is asked
 * @param key what its logits depend on besides the corpus
 */
@Slf4j
record CachedLogits<X>(LogitsCache<X> cache, Teacher<X> teacher, String key) implements Predictor<X> {

    @Override
    public Logits predict(Corpus<X> corpus) {
        String fingerprint = corpus.fingerprint(cache.bytes());
        Path entry = cache.folder().resolve(name(fingerprint, corpus.labels()));
        return kept(entry, fingerprint).orElseGet(() -> made(entry, fingerprint, corpus));
    }

    // The fingerprint knows the labels that occur; a teacher may be asked about more.
    private String name(String fingerprint, List<String> labels) {
        return Sha256.of(Stream.concat(Stream.of(key, fingerprint), labels.stream())
                        .toList())
                + ".npy";
    }

    private Optional<Logits> kept(Path entry, String fingerprint) {
        if (Files.notExists(entry) && Files.notExists(Sidecar.beside(entry))) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(entry, fingerprint));
        } catch (LogitsException e) {
            log.warn("cached logits are made anew: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Logits read(Path entry, String fingerprint) {
        float[][] rows = NpyFile.read(entry); // [instances, classes]
        Sidecar sidecar = Sidecar.read(entry);
        if (!sidecar.teacher().equals(key) || !sidecar.fingerprint().equals(fingerprint)) {
            throw new LogitsException(entry + ": must be of the teacher and the corpus asked for but was of others");
        }
        return NpyLogits.of(entry, rows, sidecar.labels(), sidecar.silent());
    }

    private Logits made(Path entry, String fingerprint, Corpus<X> corpus) {
        AtomicFile.requireWritable(entry);
        Logits logits = teacher.predict(corpus);
        NpyLogits.write(entry, logits, key, fingerprint);
        return logits;
    }
}
