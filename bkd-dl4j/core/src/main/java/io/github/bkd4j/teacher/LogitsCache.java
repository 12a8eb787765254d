package io.github.bkd4j.teacher;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * A folder of logits: what a teacher said of a corpus in one run, the next need not ask again. An entry is used only
 * for the same corpus and the same key, and only as it was written.
 *
 * <pre>{@code
 * Teacher<String> teacher = LogitsCache.ofTexts(Path.of("cache"))
 *         .around(Teacher.crossFitted("cnn", 5, 7, plan::train, splits), "cnn of 20 epochs, 5 folds, seed 7");
 * }</pre>
 *
 * @param <X> what is classified: a {@link String} for text
 * @param folder where the entries lie; made when the first is written
 * @param bytes all that there is to an instance, for the fingerprint of a corpus
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
     * @param key everything that its logits depend on besides the corpus: settings, seed, what it was trained on
     * @return a teacher of the same name and the same logits; it throws {@link java.io.UncheckedIOException} if an
     *     entry cannot be written, before it asks
     */
    public Teacher<X> around(Teacher<X> teacher, String key) {
        return new RememberingTeacher<>(teacher.name(), new CachedLogits<>(this, teacher, key));
    }
}
