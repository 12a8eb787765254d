package io.github.bkd4j.corpus;

import java.nio.file.Path;
import lombok.extern.slf4j.Slf4j;

/** Labels are few and repeated, texts are many; where it is the other way round, the columns may be swapped. */
@Slf4j
final class SwappedColumns {

    private static final int ENOUGH = 20; // texts to tell labels from texts by
    private static final double MOST_LABELS = 0.8; // per text

    private SwappedColumns() {}

    static void warn(Path file, Corpus<String> corpus) {
        int labels = corpus.labels().size();
        if (corpus.size() >= ENOUGH
                && labels > MOST_LABELS * corpus.size()
                && corpus.instances().stream().distinct().count() < labels) {
            log.warn("{}: {} classes in {} texts; are label and text swapped?", file, labels, corpus.size());
        }
    }
}
