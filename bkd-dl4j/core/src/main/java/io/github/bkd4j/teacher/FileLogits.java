package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import java.util.concurrent.atomic.AtomicBoolean;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

/**
 * The logits of a file: row i belongs to instance i of the corpus that the file was written for.
 *
 * @param <X> what is classified
 * @param file the file
 * @param logits its contents
 * @param fingerprint of the corpus that it was written for; null if the file has no description
 * @param doubted whether it has been said that they are implausible
 */
@Slf4j
record FileLogits<X>(
        LogitsFile<X> file, Logits logits, @Nullable String fingerprint, AtomicBoolean doubted)
        implements CorpusLogits<X> {

    @Override
    public String name() {
        return "logits:" + file.npy().getFileName();
    }

    @Override
    public Logits about(Corpus<X> corpus) {
        requireOneRowPerInstance(corpus);
        requireSameCorpus(corpus);
        LabelOrder order = new LabelOrder(logits.labels(), corpus.labels());
        requireSameLabels(order);
        Logits ordered = order.apply(logits);
        if (fingerprint == null && !doubted.getAndSet(true)) {
            Doubts.about(name(), ordered, corpus).forEach(log::warn);
        }
        return ordered;
    }

    private void requireOneRowPerInstance(Corpus<X> corpus) {
        if (logits.size() != corpus.size()) {
            throw new LogitsException(
                    file.npy() + ": must have one row per instance, " + corpus.size() + ", but had " + logits.size());
        }
    }

    private void requireSameCorpus(Corpus<X> corpus) {
        if (fingerprint != null) {
            GivenLogits.requireSame(file.npy() + ": logits", fingerprint, corpus.fingerprint(file.bytes()));
        }
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
