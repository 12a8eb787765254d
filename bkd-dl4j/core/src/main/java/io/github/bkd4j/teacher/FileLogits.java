package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import org.jspecify.annotations.Nullable;

/**
 * Answers with the rows of a file: row i is about instance i, in the corpus that the file was made for.
 *
 * @param <X> what is classified
 * @param file where they come from
 * @param logits what it holds
 * @param fingerprint of the corpus that it was made for; null if the file does not say
 */
record FileLogits<X>(
        LogitsFile<X> file, Logits logits, @Nullable String fingerprint) implements Predictor<X> {

    private static final int SHOWN = 12; // digits of a fingerprint

    @Override
    public Logits predict(Corpus<X> corpus) {
        requireOneRowAnInstance(corpus);
        requireSameCorpus(corpus);
        LabelOrder order = new LabelOrder(logits.labels(), corpus.labels());
        requireSameLabels(order);
        return order.apply(logits);
    }

    private void requireOneRowAnInstance(Corpus<X> corpus) {
        if (logits.size() != corpus.size()) {
            throw new LogitsException(
                    file.npy() + ": must have one row an instance, " + corpus.size() + ", but had " + logits.size());
        }
    }

    private void requireSameCorpus(Corpus<X> corpus) {
        if (fingerprint == null) {
            return;
        }
        String asked = corpus.fingerprint(file.bytes());
        if (!fingerprint.equals(asked)) {
            throw new LogitsException(file.npy() + ": must be about the corpus asked for, fingerprint " + shown(asked)
                    + ", but was made for " + shown(fingerprint));
        }
    }

    private static String shown(String fingerprint) {
        return fingerprint.substring(0, Math.min(SHOWN, fingerprint.length()));
    }

    private void requireSameLabels(LabelOrder order) {
        order.firstMissing().ifPresent(label -> {
            throw new LogitsException(
                    file.labels() + ": must have every label of the corpus but lacked '" + label + "'");
        });
        order.firstUnwanted().ifPresent(label -> {
            throw new LogitsException(file.labels() + ": must have only labels of the corpus but had '" + label + "'");
        });
    }
}
