package io.github.bkd4j.teacher;

import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.io.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A folder of logits: what a teacher said of some instances in one run, the next need not ask again. An entry is used
 * only for the same instances and the same key, and only as it was written.
 *
 * <pre>{@code
 * Fingerprint key = Fingerprint.of().with("architecture", plan.student()).with("schedule", plan.schedule())
 *         .with("folds", 5).with("seed", 7).with("training", splits.train().fingerprint());
 * CorpusLogits<String> teacher = LogitsCache.ofTexts(Path.of("cache"))
 *         .around(CrossFitted.of("cnn", 5, 7, plan::train, splits), key);
 * }</pre>
 *
 * @param <X> what is classified: a {@link String} for text
 * @param folder where the entries lie; made when the first is written
 * @param bytes all that there is to an instance, for its fingerprint
 */
public record LogitsCache<X>(Path folder, Function<? super X, byte[]> bytes) {

    /**
     * A cache of what teachers say of texts.
     *
     * @param folder where the entries lie
     * @return the cache
     */
    public static LogitsCache<String> ofTexts(Path folder) {
        return new LogitsCache<>(folder, text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Asks a teacher only about what is not in the cache. An entry that is damaged, or of something else, is logged and
     * made anew.
     *
     * @param teacher who is asked
     * @param key everything that its logits depend on besides the instances: settings, seed, what it was trained on
     * @return a teacher of the same name and the same logits; it throws {@link java.io.UncheckedIOException} if an
     *     entry cannot be written, before it asks
     */
    public Teacher<X> around(Teacher<X> teacher, Fingerprint key) {
        return Teacher.of(teacher.name(), instances -> {
            String content = Sha256.of(instances.stream().map(bytes));
            return entry(key, content, List.of()).logits(() -> teacher.predict(instances));
        });
    }

    /**
     * Asks for logits about a corpus only if they are not in the cache. An entry that is damaged, or of something else,
     * is logged and made anew.
     *
     * @param logits who is asked
     * @param key everything that the logits depend on besides the corpus: settings, seed, what their teachers were
     *     trained on
     * @return the same logits under the same name; they throw {@link java.io.UncheckedIOException} if an entry cannot
     *     be written, before they are asked for
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
