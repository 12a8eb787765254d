package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import java.nio.file.Path;
import java.util.List;
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
        requireSize(file.npy(), logits, corpus.size());
        requireSameCorpus(corpus);
        Logits ordered = ordered(file.labels(), logits, corpus.labels());
        if (fingerprint == null && !doubted.getAndSet(true)) {
            Doubts.about(name(), ordered, corpus).forEach(log::warn);
        }
        return ordered;
    }

    static void requireSize(Path npy, Logits logits, int instances) {
        if (logits.size() != instances) {
            throw new LogitsException(
                    npy + ": must have one row per instance, " + instances + ", but had " + logits.size());
        }
    }

    private void requireSameCorpus(Corpus<X> corpus) {
        if (fingerprint != null) {
            GivenLogits.requireSame(file.npy() + ": logits", fingerprint, corpus.fingerprint(file.bytes()));
        }
    }

    /** Over other labels in their order, which must be the same ones. */
    static Logits ordered(Path labels, Logits logits, List<String> wanted) {
        LabelOrder order = new LabelOrder(logits.labels(), wanted);
        order.firstMissing().ifPresent(label -> {
            throw new LogitsException(labels + ": must have every label of the corpus but lacked '" + label + "'");
        });
        order.firstUnwanted().ifPresent(label -> {
            throw new LogitsException(labels + ": must have only labels of the corpus but had '" + label + "'");
        });
        return order.apply(logits);
    }
}
