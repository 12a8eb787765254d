package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Folds;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.io.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import lombok.extern.slf4j.Slf4j;

/**
 * L2-regularised multinomial regression on vectors, such as those of a sentence encoder, under the logit-adjusted loss.
 * Features are standardised by the training instances. The strength of the regularisation is given, or chosen among
 * several by balanced accuracy, pooled over the folds of the training instances. The problem is convex and solved by
 * L-BFGS in seconds; only the deal into folds depends on the seed.
 *
 * <pre>{@code
 * Predictor<String> head = LinearHead.tuned(1).fit(splits.train(), encoder::embed, 7);
 * }</pre>
 *
 * @param tau strength of the logit adjustment, finite and at least 0; 0 for cross-entropy
 * @param penalties of which one is chosen, each finite and at least 0, at least one: half of it times the squared
 *     weights is added to the mean loss
 * @param folds of the cross-validation that chooses, at least 2; not used if there is one penalty
 */
@Slf4j
public record LinearHead(double tau, List<Double> penalties, int folds) {

    private static final List<Double> GRID = List.of(1e-1, 3e-2, 1e-2, 3e-3, 1e-3);
    private static final int FOLDS = 3;
    private static final Lbfgs SOLVER = new Lbfgs(50, 1e-4);

    /**
     * Checks the ranges.
     *
     * @param tau see {@link LinearHead}
     * @param penalties see {@link LinearHead}
     * @param folds see {@link LinearHead}
     * @throws IllegalArgumentException if a value is outside its range
     */
    public LinearHead {
        penalties = penalties.stream()
                .map(penalty -> Checks.finiteAtLeastZero("penalty", penalty))
                .sorted(Comparator.reverseOrder())
                .toList();
        Checks.finiteAtLeastZero("tau", tau);
        Checks.require(!penalties.isEmpty(), "penalties must be at least one but were none");
        Checks.atLeast("folds", 2, folds);
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
     * @return a predictor over the labels of the training corpus, thread-safe if the vectors' function is; a class
     *     without a training instance gets the probability 1e-12
     * @throws IllegalArgumentException if fewer than two classes have an instance
     */
    public <X> Predictor<X> fit(Corpus<X> training, Function<List<X>, float[][]> vectors, long seed) {
        int[] truth = training.classes();
        Checks.require(
                Arrays.stream(truth).distinct().count() >= 2,
                "a head must have instances of at least two classes but had fewer");
        float[][] raw = vectors.apply(training.instances());
        double penalty = penalties.size() == 1 ? penalties.get(0) : best(training, raw, seed);
        Standardised standardised = Standardised.fit(raw);
        HeadLoss loss =
                HeadLoss.of(standardised.of(raw), truth, training.labels().size(), tau);
        List<double[]> path = path(loss, penalties.subList(0, penalties.indexOf(penalty) + 1));
        return new HeadPredictor<>(vectors, standardised, path.get(path.size() - 1), loss::occurs, training.labels());
    }

    /** The parameters under each penalty, from the largest on, each the start of the next. */
    private static List<double[]> path(HeadLoss loss, List<Double> penalties) {
        List<double[]> points = new ArrayList<>();
        double[] point = new double[loss.parameters()];
        for (double penalty : penalties) {
            point = SOLVER.minimise(loss.withPenalty(penalty), point);
            points.add(point);
        }
        return points;
    }

    /** The penalty of the best balanced accuracy over all folds; of equals the largest. */
    private <X> double best(Corpus<X> training, float[][] raw, long seed) {
        Folds<X> dealt = Folds.deal(training, folds, seed);
        int[] truth = training.classes();
        int classes = training.labels().size();
        int[][] predicted = new int[penalties.size()][truth.length]; // [penalties, instances]
        for (int fold = 0; fold < folds; fold++) {
            int[] inside = dealt.rows(fold);
            int[] outside = IntStream.range(0, truth.length)
                    .filter(row -> Arrays.binarySearch(inside, row) < 0)
                    .toArray();
            float[][] seen = rows(raw, outside);
            Standardised standardised = Standardised.fit(seen);
            HeadLoss loss = HeadLoss.of(
                    standardised.of(seen),
                    Arrays.stream(outside).map(row -> truth[row]).toArray(),
                    classes,
                    tau);
            float[][] unseen = standardised.of(rows(raw, inside));
            List<double[]> path = path(loss, penalties);
            for (int p = 0; p < path.size(); p++) {
                float[][] logits = HeadLoss.logits(unseen, path.get(p), classes);
                for (int i = 0; i < inside.length; i++) {
                    predicted[p][inside[i]] = top(logits[i], loss);
                }
            }
        }
        List<Double> scores = Arrays.stream(predicted)
                .map(labels -> balancedAccuracy(truth, labels, classes))
                .toList();
        double penalty = penalties.get(scores.indexOf(Collections.max(scores)));
        log.info("penalty {} chosen; balanced accuracy under {}: {}", penalty, penalties, scores);
        return penalty;
    }

    private static float[][] rows(float[][] all, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> all[row]).toArray(float[][]::new);
    }

    private static int top(float[] logits, HeadLoss loss) {
        return IntStream.range(0, logits.length)
                .filter(loss::occurs)
                .boxed()
                .max(Comparator.comparingDouble(c -> logits[c]))
                .orElseThrow();
    }

    /** The mean recall of the classes with at least two instances: others are never both learned and scored. */
    private static double balancedAccuracy(int[] truth, int[] predicted, int classes) {
        int[] counts = new int[classes];
        int[] right = new int[classes];
        for (int i = 0; i < truth.length; i++) {
            counts[truth[i]]++;
            right[truth[i]] += predicted[i] == truth[i] ? 1 : 0;
        }
        return IntStream.range(0, classes)
                .filter(c -> counts[c] > 1)
                .mapToDouble(c -> (double) right[c] / counts[c])
                .average()
                .orElse(0);
    }
}
