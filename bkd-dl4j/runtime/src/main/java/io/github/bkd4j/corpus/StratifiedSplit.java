package io.github.bkd4j.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lombok.extern.slf4j.Slf4j;

/** Splits a corpus class by class, so that each part has every class in its share. */
@Slf4j
final class StratifiedSplit {

    private static final int NAMED = 5;

    private StratifiedSplit() {}

    static <X> Splits<X> of(Corpus<X> corpus, Shares shares, long seed) {
        int[] parts = new int[corpus.size()]; // [instances]: 0 train, 1 validation, 2 test
        List<String> undivided = new ArrayList<>();
        int[][] rows = corpus.rowsByClass(); // [classes][instances of the class]
        for (int c = 0; c < rows.length; c++) {
            String label = corpus.labels().get(c);
            int[] sizes = shares.sizes(rows[c].length);
            assign(ClassDraw.shuffled(rows[c], label, seed), sizes, parts);
            if (rows[c].length > 0 && sizes[0] == rows[c].length && shares.parts() > 1) {
                undivided.add(label);
            }
        }
        warnOf(undivided, rows.length);
        return new Splits<>(part(corpus, parts, 0), part(corpus, parts, 1), part(corpus, parts, 2));
    }

    private static void assign(int[] rows, int[] sizes, int[] parts) {
        for (int i = 0; i < rows.length; i++) {
            parts[rows[i]] = i < sizes[0] ? 0 : i < sizes[0] + sizes[1] ? 1 : 2;
        }
    }

    private static <X> Corpus<X> part(Corpus<X> corpus, int[] parts, int part) {
        return corpus.rows(IntStream.range(0, parts.length)
                .filter(row -> parts[row] == part)
                .toArray());
    }

    private static void warnOf(List<String> undivided, int classes) {
        if (!undivided.isEmpty()) {
            String first = String.join(", ", undivided.subList(0, Math.min(NAMED, undivided.size())));
            log.warn(
                    "kept whole in training, too small to be split: {} of {} classes ({}{})",
                    undivided.size(),
                    classes,
                    first,
                    undivided.size() > NAMED ? ", ..." : "");
        }
    }
}
