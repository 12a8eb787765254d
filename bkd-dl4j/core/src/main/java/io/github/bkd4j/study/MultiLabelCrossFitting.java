package io.github.bkd4j.study;

import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabelFolds;
import io.github.bkd4j.corpus.MultiLabelSplits;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.MultiLabelEvaluation;
import io.github.bkd4j.evaluate.Thresholds;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Texts with sets of labels dealt into folds: each fold is predicted by what has not learned from it, and has
 * thresholds that the other folds chose.
 *
 * @param texts of all folds
 * @param dealt the same, as folds
 * @param folds how many
 */
record MultiLabelCrossFitting(MultiLabelCorpus<String> texts, MultiLabelFolds<String> dealt, int folds) {

    /** Deals a split, whose name is for the message where it has too few texts. */
    static MultiLabelCrossFitting of(String split, MultiLabelCorpus<String> texts, int folds, long seed) {
        if (texts.size() < folds) {
            throw new CorpusException("the " + split + " split must have at least " + folds
                    + " texts, one for each fold, but had " + texts.size());
        }
        return new MultiLabelCrossFitting(texts, MultiLabelFolds.deal(texts, folds, seed), folds);
    }

    /** For each fold the others to learn from, and the fold as test split. */
    List<MultiLabelSplits<String>> splits() {
        return IntStream.range(0, folds)
                .mapToObj(fold -> MultiLabelSplits.of(dealt.outside(fold), dealt.inside(fold)))
                .toList();
    }

    /** The logits of all texts, one row per text, of those of each fold. */
    Logits logits(IntFunction<Logits> ofFold) {
        float[][] rows = new float[texts.size()][]; // [texts][labels]
        for (int fold = 0; fold < folds; fold++) {
            int[] inside = dealt.rows(fold);
            Logits logits = ofFold.apply(fold);
            for (int i = 0; i < inside.length; i++) {
                rows[inside[i]] = logits.row(i);
            }
        }
        return new Logits(texts.labels(), rows);
    }

    /**
     * Adds a run to an evaluation of the texts, by logits from which the thresholds of each fold are chosen on others.
     */
    MultiLabelEvaluation<String> scored(
            MultiLabelEvaluation<String> evaluation,
            String system,
            OptionalLong seed,
            Logits logits,
            ThresholdRule rule) {
        List<int[]> rows = IntStream.range(0, folds).mapToObj(dealt::rows).toList();
        Logits moved = new FoldThresholds(rule, texts, rows).moved(logits);
        return evaluation.with(
                system,
                seed,
                any -> moved,
                Thresholds.all(texts.labels(), Thresholds.HALF),
                OptionalDouble.empty(),
                OptionalLong.empty());
    }
}
