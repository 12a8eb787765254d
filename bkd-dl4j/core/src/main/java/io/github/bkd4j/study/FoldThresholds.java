package io.github.bkd4j.study;

import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Thresholds;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Thresholds of cross-validated logits: those of a fold are chosen on the other folds, so that no text's own labels
 * choose its thresholds.
 *
 * @param rule how they are chosen
 * @param truth the texts of all folds
 * @param folds positions in {@code truth}: a fold per row, each text in one of them
 */
record FoldThresholds(ThresholdRule rule, MultiLabelCorpus<String> truth, List<int[]> folds) {

    /** The logits, moved so that the threshold of every label is 0.5 in each fold. */
    Logits moved(Logits logits) {
        float[][] moved = new float[truth.size()][]; // [texts][labels]
        for (int[] fold : folds) {
            Thresholds thresholds = ofOthers(fold, logits);
            for (int row : fold) {
                moved[row] = moved(logits.row(row), thresholds);
            }
        }
        return new Logits(logits.labels(), moved);
    }

    private Thresholds ofOthers(int[] fold, Logits logits) {
        int[] rows = folds.stream()
                .filter(other -> other != fold)
                .flatMapToInt(IntStream::of)
                .toArray();
        MultiLabelCorpus<String> others = truth.rows(rows);
        float[][] predicted = IntStream.of(rows).mapToObj(logits::row).toArray(float[][]::new); // [rows][labels]
        return rule.choose(new Logits(logits.labels(), predicted), others, others.counts());
    }

    private static float[] moved(float[] logits, Thresholds thresholds) {
        float[] moved = new float[logits.length];
        for (int c = 0; c < moved.length; c++) {
            double threshold = thresholds.values().get(c); // in (0, 1)
            moved[c] = (float) (logits[c] - Math.log(threshold / (1 - threshold)));
        }
        return moved;
    }
}
