package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Folds;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.io.Checks;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lombok.extern.slf4j.Slf4j;

/**
 * L2-regularised multinomial regression on vectors, such as those of a sentence encoder, under the logit-adjusted loss.
 * Features are standardised by the training instances. The strength of the regularisation is given, or chosen among
 * several by balanced accuracy, pooled over the folds of the training instances. The same folds calibrate the head: its
 * logits are divided by the temperature under which the labels of the instances left out are most likely, for a
 * regularised head is less sure than it is right. The problem is convex and solved by L-BFGS in seconds; only the deal
 * into folds depends on the seed.
 *
 * <pre>{@code
 * Predictor<String> head = LinearHead.tuned(1).fit(splits.train(), encoder::embed, 7);
 * }</pre>
 *
 * @param tau strength of the logit adjustment, finite and at least 0; 0 for cross-entropy
 * @param penalties of which one is chosen, each finite and at least 0, at least one: half of it times the squared
 *     weights is added to the mean loss
 * @param folds of the cross-validation that chooses and calibrates, at least 2
 */
@Slf4j
public record LinearHead(double tau, List<Double> penalties, int folds) {

    static final List<Double> GRID = List.of(1e-1, 3e-2, 1e-2, 3e-3, 1e-3);
    static final int FOLDS = 3;

    /**
     * Checks the ranges.
     *
     * @param tau see {@link LinearHead}
     * @param penalties see {@link LinearHead}
     * @param folds see {@link LinearHead}
     * @throws IllegalArgumentException if a value is outside its range
     */
    public LinearHead {
        penalties = checked(tau, penalties, folds);
    }

    /** The penalties, the largest first. */
    static List<Double> checked(double tau, List<Double> penalties, int folds) {
        List<Double> descending = penalties.stream()
                .map(penalty -> Checks.finiteAtLeastZero("penalty", penalty))
                .sorted(Comparator.reverseOrder())
                .toList();
        Checks.finiteAtLeastZero("tau", tau);
        Checks.require(!penalties.isEmpty(), "penalties must be at least one but were none");
        Checks.atLeast("folds", 2, folds);
        return descending;
    }

    /**
     * One penalty.
     *
     * @param tau strength of the logit adjustment, finite and at least 0
     * @param penalty finite and at least 0
     * @return the settings
     * @throws IllegalArgumentException if a value is outside its range
     */
    public static LinearHead of(double tau, double penalty) {
        return new LinearHead(tau, List.of(penalty), FOLDS);
    }

    /**
     * A penalty chosen among 0.001, 0.003, 0.01, 0.03 and 0.1, over three folds.
     *
     * @param tau strength of the logit adjustment, finite and at least 0
     * @return the settings
     * @throws IllegalArgumentException if tau is outside its range
     */
    public static LinearHead tuned(double tau) {
        return new LinearHead(tau, GRID, FOLDS);
    }

    /**
     * Trains on labelled instances.
     *
     * @param <X> what is classified
     * @param training instances of at least two classes
     * @param vectors of instances, {@code [instances, dimension]}
     * @param seed of the deal into folds
     * @return a predictor over the labels of the training corpus, thread-safe if the vectors' function is, and
     *     {@link java.io.Serializable} if that is; a class without a training instance gets the probability 1e-12
     * @throws IllegalArgumentException if fewer than two classes have an instance
     */
    public <X> Predictor<X> fit(Corpus<X> training, Function<List<X>, float[][]> vectors, long seed) {
        return fit(training, List.of(), vectors, feature -> 1, seed);
    }

    /**
     * Trains on labelled instances, and on names of the classes as if they were instances, those of a class together as
     * one. Names are left out unless the balanced accuracy over the folds is better with them, under the penalty that
     * is chosen without.
     *
     * @param <X> what is classified
     * @param training instances of at least two classes
     * @param names names or descriptions of classes, in any number; those of unknown classes are left out
     * @param vectors of instances and names, {@code [instances, dimension]}
     * @param weight of each feature by its position, greater than 0: the deviation that it is scaled to; 1 for all
     *     alike
     * @param seed of the deal into folds
     * @return a predictor, as without names
     * @throws IllegalArgumentException if fewer than two classes have an instance
     */
    public <X> Predictor<X> fit(
            Corpus<X> training,
            List<Labeled<X>> names,
            Function<List<X>, float[][]> vectors,
            IntToDoubleFunction weight,
            long seed) {
        Checks.require(
                Arrays.stream(training.classes()).distinct().count() >= 2,
                "a head must have instances of at least two classes but had fewer");
        HeadVectors learned = HeadVectors.of(training.instances(), training.labels(), names, vectors, weight);
        HeadData data =
                new HeadData(learned, training.classes(), training.labels().size());
        Choice choice = choice(data, training, seed);
        int[] all = learned.all();
        Standardised standardised = learned.standardised(all);
        HeadLoss loss = data.loss(all, standardised, tau, choice.withNames());
        List<double[]> path = loss.linear().path(penalties.subList(0, penalties.indexOf(choice.penalty()) + 1));
        return new HeadPredictor<>(
                vectors,
                standardised,
                path.get(path.size() - 1),
                choice.temperature(),
                occurring(loss, training.labels().size()),
                training.labels());
    }

    private static BitSet occurring(HeadLoss loss, int classes) {
        BitSet occurring = new BitSet(classes);
        IntStream.range(0, classes).filter(loss::occurs).forEach(occurring::set);
        return occurring;
    }

    /** What is chosen, and how good it was. */
    private record Choice(double penalty, boolean withNames, double temperature, double score) {}

    private <X> Choice choice(HeadData data, Corpus<X> training, long seed) {
        int parts = Math.min(folds, training.size());
        Folds<X> dealt = Folds.deal(training, parts, seed);
        Choice without = choice(data.heldOut(dealt, parts, tau, false, penalties), penalties, false);
        if (data.vectors().names().length == 0) {
            return without;
        }
        List<Double> same = List.of(without.penalty());
        Choice with = choice(data.heldOut(dealt, parts, tau, true, same), same, true);
        return with.score() > without.score() ? with : without;
    }

    /** The best over all folds; of equals the one of the largest penalty. */
    private static Choice choice(List<HeldOut> heldOut, List<Double> penalties, boolean withNames) {
        List<Choice> tried = IntStream.range(0, penalties.size())
                .mapToObj(p -> new Choice(
                        penalties.get(p),
                        withNames,
                        heldOut.get(p).temperature(),
                        heldOut.get(p).balancedAccuracy()))
                .toList();
        log.info("{}", tried);
        double best = tried.stream().mapToDouble(Choice::score).max().orElseThrow();
        return tried.stream().filter(one -> one.score() == best).findFirst().orElseThrow();
    }
}
