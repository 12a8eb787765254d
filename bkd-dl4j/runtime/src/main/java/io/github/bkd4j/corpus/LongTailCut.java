package io.github.bkd4j.corpus;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Cuts a corpus to a long tail, class by class. */
final class LongTailCut {

    private LongTailCut() {}

    static <X> Corpus<X> of(Corpus<X> corpus, LongTail profile, long seed) {
        ClassCounts counts = corpus.counts();
        List<Integer> ranking = counts.ranking();
        int present = Math.toIntExact(counts.stream().filter(n -> n > 0).count());
        int[][] rows = corpus.rowsByClass(); // [classes][instances of the class]
        int largest = rows[ranking.get(0)].length;
        BitSet kept = new BitSet(corpus.size());
        for (int rank = 0; rank < present; rank++) {
            int c = ranking.get(rank);
            int size = profile.size(rank, present, largest);
            int[] shuffled = ClassDraw.shuffled(rows[c], corpus.labels().get(c), seed);
            Arrays.stream(shuffled).limit(size).forEach(kept::set);
        }
        return corpus.rows(kept.stream().toArray());
    }
}
