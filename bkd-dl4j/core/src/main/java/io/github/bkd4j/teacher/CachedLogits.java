package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.io.Fingerprint;

/**
 * Logits of a corpus, read from a cache or else computed and stored there.
 *
 * @param <X> what is classified
 * @param cache the cache
 * @param logits computes the logits that are not in the cache
 * @param key everything that the logits depend on besides the corpus
 */
record CachedLogits<X>(LogitsCache<X> cache, CorpusLogits<X> logits, Fingerprint key) implements CorpusLogits<X> {

    @Override
    public String name() {
        return logits.name();
    }

    @Override
    public Logits about(Corpus<X> corpus) {
        // The fingerprint covers the labels that occur; there may be more columns.
        return cache.entry(key, corpus.fingerprint(cache.bytes()), corpus.labels())
                .logits(() -> logits.about(corpus));
    }
}
