package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;

/**
 * Logits and the fingerprint of their corpus.
 *
 * @param <X> what is classified
 * @param name for provenance
 * @param fingerprint of the corpus
 * @param instances number of instances in the corpus
 * @param logits one row per instance
 */
record GivenLogits<X>(String name, String fingerprint, int instances, Logits logits) implements CorpusLogits<X> {

    private static final int SHOWN = 12; // digits of a fingerprint in messages

    GivenLogits {
        requireRows(name, logits, instances);
    }

    static void requireRows(String name, Logits logits, int instances) {
        if (logits.size() != instances) {
            throw new IllegalArgumentException("logits of " + name + " must have one row per instance, " + instances
                    + ", but had " + logits.size());
        }
    }

    @Override
    public Logits about(Corpus<X> corpus) {
        requireSame("logits of " + name, fingerprint, corpus.fingerprint());
        return logits;
    }

    /** Refuses a corpus with another fingerprint. */
    static void requireSame(String logits, String own, String asked) {
        if (!own.equals(asked)) {
            throw new LogitsException(logits + " must be about the corpus asked for, fingerprint " + shown(asked)
                    + ", but were made for " + shown(own));
        }
    }

    private static String shown(String fingerprint) {
        return fingerprint.substring(0, Math.min(SHOWN, fingerprint.length()));
    }
}
