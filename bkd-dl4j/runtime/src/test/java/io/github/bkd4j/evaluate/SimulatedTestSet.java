package io.github.bkd4j.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The class sizes of a test set, the largest first, on which systems of known recall are simulated. */
final class SimulatedTestSet {

    private final String name;
    private final int[] sizes; // [classes]
    private final int[] classes; // [instances]

    private SimulatedTestSet(String name, String sizes) {
        this.name = name;
        this.sizes = Arrays.stream(sizes.split(" "))
                .flatMapToInt(SimulatedTestSet::run)
                .toArray();
        this.classes = IntStream.range(0, this.sizes.length)
                .flatMap(c -> IntStream.range(0, this.sizes[c]).map(i -> c))
                .toArray();
    }

    /** {@code 77x40} is 77 classes of 40 instances. */
    private static IntStream run(String run) {
        String[] parts = run.split("x", 2);
        return IntStream.range(0, Integer.parseInt(parts[0])).map(c -> Integer.parseInt(parts[1]));
    }

    /** Those of BANKING77, CLINC150, TREC with fine labels, and R52. */
    static Stream<SimulatedTestSet> published() throws IOException {
        try (InputStream in = SimulatedTestSet.class.getResourceAsStream("/evaluate/test-class-sizes.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" ", 2))
                    .map(parts -> new SimulatedTestSet(parts[0], parts[1]));
        }
    }

    /** Classes of 10 instances down to 1. */
    static SimulatedTestSet tenToOne() {
        return new SimulatedTestSet("ten to one", "1x10 1x9 1x8 1x7 1x6 1x5 1x4 1x3 1x2 1x1");
    }

    int classes() {
        return sizes.length;
    }

    /** From 0 for the largest class to 1 for the smallest. */
    double rank(int c) {
        return (double) c / (sizes.length - 1);
    }

    /** A system trained with some seeds, each of which is right on an instance with its class's recall. */
    Correctness system(double[] recalls, int seeds, Random random) {
        IntToDoubleFunction share = i -> (double) IntStream.range(0, seeds)
                        .filter(seed -> random.nextDouble() < recalls[classes[i]])
                        .count()
                / seeds;
        return new Correctness(
                classes, IntStream.range(0, classes.length).mapToDouble(share).toArray());
    }

    /** The a-th smallest of a + b - 1 uniform numbers has the distribution Beta(a, b). */
    static double beta(int a, int b, Random random) {
        return random.doubles(a + b - 1).sorted().skip(a - 1).findFirst().orElseThrow();
    }

    @Override
    public String toString() {
        return name;
    }
}
