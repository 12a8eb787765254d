package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.io.Fingerprint;

/**
 * Logits about a corpus from a cache, or else from where they come from.
 *
 * @param <X> what is classified
 * @param cache where they are kept
 * @param logits where they come from
 * @param key what they depend on besides the corpus
 */
record CachedLogits<X>(LogitsCache<X> cache, CorpusLogits<X> logits, Fingerprint key) implements CorpusLogits<X> {

    @Override
    public String name() {
        return logits.name();
    }

    @Override
    public Logits about(Corpus<X> corpus) {
        // The fingerprint knows the labels that occur; the columns may be more.
        return cache.entry(key, corpus.fingerprint(cache.bytes()), corpus.labels())
                .logits(() -> logits.about(corpus));
    }
}
