package io.github.bkd4j.loss;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A batch and the parameters of a loss, all drawn from a seed.
 *
 * @param logits the student's, [batch, classes]
 * @param labels one-hot, [batch, classes]
 * @param teacher the teacher's logits, [batch, classes]
 * @param weights [classes]
 * @param counts how common the classes are, [classes]
 * @param temperature in [0.5, 5)
 * @param alpha in [0, 2)
 * @param gamma in [0, 3)
 * @param mask 0 or 1, with at least one 1, [batch, 1]
 */
record RandomBatch(
        INDArray logits,
        INDArray labels,
        INDArray teacher,
        List<Double> weights,
        List<Long> counts,
        double temperature,
        double alpha,
        double gamma,
        INDArray mask) {

    static RandomBatch of(long seed) {
        return of(seed, 2);
    }

    static RandomBatch of(long seed, int fewestClasses) {
        Random random = new Random(seed);
        return of(random, 1 + random.nextInt(5), fewestClasses + random.nextInt(5));
    }

    static RandomBatch of(Random random, int size, int classes) {
        return new RandomBatch(
                gaussians(random, size, classes, 3),
                Arrays2d.oneHot(random.ints(size, 0, classes).toArray(), classes),
                gaussians(random, size, classes, 3),
                random.doubles(classes, 0.05, 3).boxed().toList(),
                random.longs(classes, 1, 5000).boxed().toList(),
                random.nextDouble(0.5, 5),
                random.nextDouble(2),
                random.nextDouble(3),
                mask(random, size));
    }

    private static INDArray gaussians(Random random, int rows, int columns, double scale) {
        double[] values = DoubleStream.generate(random::nextGaussian)
                .limit((long) rows * columns)
                .map(value -> scale * value)
                .toArray();
        return Nd4j.createFromArray(values).reshape(rows, columns);
    }

    private static INDArray mask(Random random, int size) {
        double[] mask = random.ints(size, 0, 2).asDoubleStream().toArray();
        mask[random.nextInt(size)] = 1;
        return Nd4j.createFromArray(mask).reshape(size, 1);
    }

    int size() {
        return (int) logits.size(0);
    }

    int classes() {
        return (int) logits.size(1);
    }

    List<Double> equalWeights() {
        return Collections.nCopies(classes(), weights.get(0));
    }

    /** Which class goes where, drawn from a seed, [classes]. */
    int[] permutation(long seed) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, classes()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        return order.stream().mapToInt(c -> c).toArray();
    }

    RandomBatch permuted(int... order) {
        return new RandomBatch(
                logits.getColumns(order),
                labels.getColumns(order),
                teacher.getColumns(order),
                IntStream.of(order).mapToObj(weights::get).toList(),
                IntStream.of(order).mapToObj(counts::get).toList(),
                temperature,
                alpha,
                gamma,
                mask);
    }

    /** The same with other logits, [batch, classes]. */
    RandomBatch with(INDArray newLogits, INDArray newTeacher) {
        return new RandomBatch(newLogits, labels, newTeacher, weights, counts, temperature, alpha, gamma, mask);
    }

    /** Every logit, the student's and the teacher's, 1000 or -1000. */
    RandomBatch huge() {
        return with(signs(logits).mul(1000), signs(teacher).mul(1000));
    }

    private static INDArray signs(INDArray array) {
        return Nd4j.math().sign(array);
    }

    /** The instances that the mask keeps. */
    RandomBatch kept() {
        int[] rows =
                IntStream.range(0, size()).filter(i -> mask.getDouble(i) == 1).toArray();
        return new RandomBatch(
                logits.getRows(rows),
                labels.getRows(rows),
                teacher.getRows(rows),
                weights,
                counts,
                temperature,
                alpha,
                gamma,
                mask.getRows(rows));
    }
}
