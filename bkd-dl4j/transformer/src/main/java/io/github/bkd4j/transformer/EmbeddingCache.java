package io.github.bkd4j.transformer;

import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.io.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

/**
 * An encoder that embeds each distinct text once. Vectors that are kept in files are read when their texts are asked
 * for, new ones are written in chunks of some thousand. Thread-safe.
 */
@Slf4j
final class EmbeddingCache implements SentenceEncoder {

    private static final int CHUNK = 4096; // an interrupted run loses at most so many texts
    private static final int MANY = 2000; // texts that take long
    private static final int PROBE = 64;

    private final SentenceEncoder encoder;
    private final @Nullable EmbeddingFiles files;
    private final Map<String, Path> kept; // SHA-256 of a text -> the file of its vector
    private final Map<String, float[]> known = new ConcurrentHashMap<>(); // SHA-256 of a text in use -> [dimension]

    private EmbeddingCache(SentenceEncoder encoder, @Nullable EmbeddingFiles files) {
        this.encoder = encoder;
        this.files = files;
        this.kept = files == null ? Map.of() : files.index();
    }

    static EmbeddingCache inMemory(SentenceEncoder encoder) {
        return new EmbeddingCache(encoder, null);
    }

    static EmbeddingCache in(Path folder, SentenceEncoder encoder) {
        return new EmbeddingCache(
                encoder, new EmbeddingFiles(folder, encoder.fingerprint().hex(), encoder.dimension()));
    }

    @Override
    public String name() {
        return encoder.name();
    }

    @Override
    public Fingerprint fingerprint() {
        return encoder.fingerprint();
    }

    @Override
    public int dimension() {
        return encoder.dimension();
    }

    @Override
    public double weight(int feature) {
        return encoder.weight(feature);
    }

    @Override
    public List<String> lexicon() {
        return encoder.lexicon();
    }

    @Override
    public float[][] embed(List<String> texts) {
        List<String> keys = texts.stream().map(Sha256::of).toList();
        learn(texts, keys);
        return keys.stream()
                .map(key -> Objects.requireNonNull(known.get(key)).clone())
                .toArray(float[][]::new);
    }

    /** Embeds and keeps missing texts; serialised, so that no text is embedded twice. */
    private synchronized void learn(List<String> texts, List<String> keys) {
        if (files != null) {
            read(files, keys);
        }
        Map<String, String> missing = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!known.containsKey(keys.get(i))) {
                missing.put(keys.get(i), texts.get(i));
            }
        }
        if (missing.size() >= MANY) {
            announce(List.copyOf(missing.values()));
        }
        List<String> order = new ArrayList<>(missing.keySet());
        for (int start = 0; start < order.size(); start += CHUNK) {
            learn(missing, order.subList(start, Math.min(order.size(), start + CHUNK)));
        }
    }

    private void read(EmbeddingFiles from, List<String> keys) {
        Map<Path, Set<String>> wanted = keys.stream()
                .filter(key -> !known.containsKey(key) && kept.containsKey(key))
                .collect(Collectors.groupingBy(key -> Objects.requireNonNull(kept.get(key)), Collectors.toSet()));
        wanted.forEach((file, texts) -> known.putAll(from.read(file, texts)));
    }

    /**
     * Says how long it will take, by texts from all over. What they give is not kept: vectors depend on their batch.
     */
    private void announce(List<String> missing) {
        List<String> probe = IntStream.range(0, PROBE)
                .mapToObj(i -> missing.get(i * (missing.size() / PROBE)))
                .toList();
        encoder.embed(probe.subList(0, 1)); // the model is read
        long start = System.nanoTime();
        encoder.embed(probe);
        double seconds = (System.nanoTime() - start) / 1e9 * missing.size() / PROBE;
        log.info(String.format(Locale.ROOT, "%s embeds %,d texts in about %.0f s", name(), missing.size(), seconds));
    }

    private void learn(Map<String, String> missing, List<String> keys) {
        float[][] vectors = encoder.embed(keys.stream()
                .map(key -> Objects.requireNonNull(missing.get(key)))
                .toList());
        Map<String, float[]> fresh = new LinkedHashMap<>();
        for (int i = 0; i < vectors.length; i++) {
            fresh.put(keys.get(i), vectors[i]);
        }
        if (files != null) {
            files.write(fresh);
        }
        known.putAll(fresh);
    }

    @Override
    public SentenceEncoder remembering() {
        return this;
    }

    @Override
    public SentenceEncoder cachedIn(Path folder) {
        return in(folder, encoder);
    }

    @Override
    public String toString() {
        return encoder.toString();
    }
}
