package io.github.bkd4j.teacher;

import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.io.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A folder of predicted logits, so that a later run need not repeat the predictions of an earlier one. An entry is used
 * only for the same instances and the same key, and only if its file is unaltered.
 *
 * <pre>{@code
 * Fingerprint key = Fingerprint.of().with("architecture", plan.student()).with("schedule", plan.schedule())
 *         .with("folds", 5).with("seed", 7).with("training", splits.train().fingerprint());
 * CorpusLogits<String> teacher = LogitsCache.ofTexts(Path.of("cache"))
 *         .around(CrossFitted.of("cnn", 5, 7, plan::train, splits), key);
 * }</pre>
 *
 * @param <X> what is classified: a {@link String} for text
 * @param folder holds the entries; created with the first
 * @param bytes everything that identifies an instance, for its fingerprint
 */
public record LogitsCache<X>(Path folder, Function<? super X, byte[]> bytes) {

    /**
     * A cache of logits of texts.
     *
     * @param folder holds the entries
     * @return the cache
     */
    public static LogitsCache<String> ofTexts(Path folder) {
        return new LogitsCache<>(folder, text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Wraps a teacher: logits in the cache are read, others are predicted and stored. A damaged or mismatched entry is
     * logged and replaced.
     *
     * @param teacher predicts what is not in the cache
     * @param key everything that the logits depend on besides the instances: settings, seed, training data
     * @return a teacher of the same name and the same logits; if an entry cannot be written, it throws
     *     {@link java.io.UncheckedIOException} before it predicts
     */
    public Teacher<X> around(Teacher<X> teacher, Fingerprint key) {
        return Teacher.of(teacher.name(), instances -> {
            String content = Sha256.of(instances.stream().map(bytes));
            return entry(key, content, List.of()).logits(() -> teacher.predict(instances));
        });
    }

    /**
     * Wraps logits of a corpus: they are read if they are in the cache, otherwise computed and stored. A damaged or
     * mismatched entry is logged and replaced.
     *
     * @param logits computes what is not in the cache
     * @param key everything that the logits depend on besides the corpus: settings, seed, training data of their
     *     teachers
     * @return the same logits under the same name; if an entry cannot be written, they throw
     *     {@link java.io.UncheckedIOException} before anything is computed
     */
    public CorpusLogits<X> around(CorpusLogits<X> logits, Fingerprint key) {
        return new CachedLogits<>(this, logits, key);
    }

    CacheEntry entry(Fingerprint key, String content, List<String> labels) {
        String name = Sha256.of(
                Stream.concat(Stream.of(key.hex(), content), labels.stream()).toList());
        return new CacheEntry(folder.resolve(name + ".npy"), key.toString(), content);
    }
}
