package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabelFolds;
import io.github.bkd4j.evaluate.Predictor;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lombok.extern.slf4j.Slf4j;

/**
 * L2-regularised binary regressions on vectors, such as those of a sentence encoder, one per label, under the
 * logit-adjusted binary cross-entropy: what {@link LinearHead} is for sets of labels. Features are standardised by the
 * training instances. The strength of the regularisation is given, or chosen among several by the mean average
 * precision of the labels, pooled over the folds of the training instances. The same folds calibrate the head: its
 * logits are divided by the temperature under which the label sets of the instances left out are most likely.
 *
 * <pre>{@code
 * Predictor<String> head = MultiLabelHead.tuned(1).fit(splits.train(), List.of(), encoder::embed, encoder::weight, 7);
 * }</pre>
 *
 * @param tau strength of the logit adjustment, finite and at least 0; 0 for binary cross-entropy
 * @param penalties of which one is chosen, each finite and at least 0, at least one: half of it times the squared
 *     weights is added to the mean loss
 * @param folds of the cross-validation that chooses and calibrates, at least 2
 */
@Slf4j
public record MultiLabelHead(double tau, List<Double> penalties, int folds) {

    /**
     * Checks the ranges.
     *
     * @param tau see {@link MultiLabelHead}
     * @param penalties see {@link MultiLabelHead}
     * @param folds see {@link MultiLabelHead}
     * @throws IllegalArgumentException if a value is outside its range
     */
    public MultiLabelHead {
        penalties = LinearHead.checked(tau, penalties, folds);
    }

    /**
     * One penalty.
     *
     * @param tau strength of the logit adjustment, finite and at least 0
     * @param penalty finite and at least 0
     * @return the settings
     * @throws IllegalArgumentException if a value is outside its range
     */
    public static MultiLabelHead of(double tau, double penalty) {
        return new MultiLabelHead(tau, List.of(penalty), LinearHead.FOLDS);
    }

    /**
     * A penalty chosen among 0.001, 0.003, 0.01, 0.03 and 0.1, over three folds.
     *
     * @param tau strength of the logit adjustment, finite and at least 0
     * @return the settings
     * @throws IllegalArgumentException if tau is outside its range
     */
    public static MultiLabelHead tuned(double tau) {
        return new MultiLabelHead(tau, LinearHead.GRID, LinearHead.FOLDS);
    }

    /**
     * Trains on instances with sets of labels, and on names of labels, each as an instance of which nothing is known
     * but that it has its label.
     *
     * @param <X> what is classified
     * @param training instances, at least as many as folds
     * @param names names or descriptions of labels, in any number; those of unknown labels are left out
     * @param vectors of instances and names, {@code [instances, dimension]}
     * @param weight of each feature by its position, greater than 0: the deviation that it is scaled to; 1 for all
     *     alike
     * @param seed of the deal into folds
     * @return a predictor over the labels of the training corpus, thread-safe if the vectors' function is; a label that
     *     no instance has gets a logit near the least
     * @throws CorpusException if there are fewer instances than folds
     */
    public <X> Predictor<X> fit(
            MultiLabelCorpus<X> training,
            List<Labeled<X>> names,
            Function<List<X>, float[][]> vectors,
            IntToDoubleFunction weight,
            long seed) {
        if (training.size() < folds) {
            throw new CorpusException("a head must have at least " + folds
                    + " training instances, one for each fold, but had " + training.size());
        }
        LabelSetData data = LabelSetData.of(training, names, vectors, weight);
        LabelSetHeldOut chosen = chosen(data, MultiLabelFolds.deal(training, folds, seed));
        int[] all = data.vectors().all();
        Standardised standardised = data.vectors().standardised(all);
        List<double[]> path = data.loss(all, standardised, tau).path(penalties.subList(0, chosen.position() + 1));
        BitSet labels = new BitSet();
        labels.set(0, data.labels()); // one without an instance is learned too: it is absent from all
        return new HeadPredictor<>(
                vectors, standardised, path.get(path.size() - 1), chosen.temperature(), labels, training.labels());
    }

    /** The best over all folds; of equals the one of the largest penalty. */
    private LabelSetHeldOut chosen(LabelSetData data, MultiLabelFolds<?> dealt) {
        List<LabelSetHeldOut> tried = IntStream.range(0, penalties.size())
                .mapToObj(p -> new LabelSetHeldOut(p, data.sets(), data.labels()))
                .toList();
        for (int fold = 0; fold < folds; fold++) {
            int[] inside = dealt.rows(fold);
            int[] outside = data.vectors().outside(inside);
            Standardised standardised = data.vectors().standardised(outside);
            float[][] unseen = standardised.of(data.vectors().rows(inside));
            double[] offsets = data.offsets(outside, tau);
            List<double[]> path = data.loss(outside, standardised, tau).path(penalties);
            for (int p = 0; p < path.size(); p++) {
                tried.get(p).add(inside, LinearLoss.logits(unseen, path.get(p), data.labels()), offsets);
            }
        }
        LabelSetHeldOut best = tried.stream()
                .max(Comparator.comparingDouble(LabelSetHeldOut::averagePrecision)
                        .thenComparing(LabelSetHeldOut::position, Comparator.reverseOrder()))
                .orElseThrow();
        log.info(
                "penalty {} of {}: mean average precision {}, temperature {}",
                penalties.get(best.position()),
                penalties,
                best.averagePrecision(),
                best.temperature());
        return best;
    }
}
