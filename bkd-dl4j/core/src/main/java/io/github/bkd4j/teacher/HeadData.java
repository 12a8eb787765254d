package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Folds;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.kernel.Lbfgs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a {@link LinearHead} learns from.
 *
 * @param vectors of the instances, [instances, dimension]
 * @param truth class of each instance, [instances]
 * @param names vectors of the names of classes, [names, dimension]
 * @param named class of each name, [names]
 * @param classes how many there are
 * @param weight of each feature
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HeadData(float[][] vectors, int[] truth, float[][] names, int[] named, int classes, IntToDoubleFunction weight) {

    private static final Lbfgs SOLVER = new Lbfgs(50, 1e-4);

    /** Leaves out names of classes that the corpus does not have. */
    static <X> HeadData of(
            Corpus<X> training,
            List<Labeled<X>> names,
            Function<List<X>, float[][]> vectors,
            IntToDoubleFunction weight) {
        List<Labeled<X>> known = names.stream()
                .filter(name -> training.labels().contains(name.label()))
                .toList();
        return new HeadData(
                vectors.apply(training.instances()),
                training.classes(),
                vectors.apply(known.stream().map(Labeled::instance).toList()),
                known.stream()
                        .mapToInt(name -> training.labels().indexOf(name.label()))
                        .toArray(),
                training.labels().size(),
                weight);
    }

    /** The loss on some instances, standardised by them, and perhaps on the names of their classes. */
    HeadLoss loss(int[] rows, Standardised standardised, double tau, boolean withNames) {
        HeadLoss loss = HeadLoss.of(
                standardised.of(vectors(rows)),
                Arrays.stream(rows).map(row -> truth[row]).toArray(),
                classes,
                tau);
        return withNames ? loss.withNames(standardised.of(names), named) : loss;
    }

    Standardised standardised(int[] rows) {
        return Standardised.fit(vectors(rows), weight);
    }

    private float[][] vectors(int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> vectors[row]).toArray(float[][]::new);
    }

    int[] all() {
        return IntStream.range(0, truth.length).toArray();
    }

    /** The parameters under each penalty, from the largest on, each the start of the next. */
    static List<double[]> path(HeadLoss loss, List<Double> penalties) {
        List<double[]> points = new ArrayList<>();
        double[] point = new double[loss.parameters()];
        for (double penalty : penalties) {
            point = SOLVER.minimise(loss.withPenalty(penalty), point);
            points.add(point);
        }
        return points;
    }

    /** What is said under each penalty over folds in which each instance is left out once. */
    List<HeldOut> heldOut(Folds<?> dealt, int folds, double tau, boolean withNames, List<Double> penalties) {
        List<HeldOut> heldOut =
                penalties.stream().map(penalty -> new HeldOut(truth, classes)).toList();
        for (int fold = 0; fold < folds; fold++) {
            int[] inside = dealt.rows(fold);
            int[] outside = Arrays.stream(all())
                    .filter(row -> Arrays.binarySearch(inside, row) < 0)
                    .toArray();
            Standardised standardised = standardised(outside);
            HeadLoss loss = loss(outside, standardised, tau, withNames);
            float[][] unseen = standardised.of(vectors(inside));
            List<double[]> path = path(loss, penalties);
            for (int p = 0; p < path.size(); p++) {
                float[][] logits = LinearLoss.logits(unseen, path.get(p), classes);
                for (int i = 0; i < inside.length; i++) {
                    heldOut.get(p).add(inside[i], logits[i], loss);
                }
            }
        }
        return heldOut;
    }
}
