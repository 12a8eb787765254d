package io.github.bkd4j.evaluate;

import io.github.bkd4j.io.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Test instances by class: the strata of estimates that weight all classes equally. */
final class Strata {

    private final List<int[]> instances; // [classes that occur][instances of the class]

    /** Groups the instances by {@code classes}, [instances]; a class that does not occur has no stratum. */
    Strata(int[] classes) {
        Checks.require(classes.length > 0, "test set must have at least one instance but had none");
        instances = IntStream.range(0, classes.length)
                .boxed()
                .collect(Collectors.groupingBy(i -> classes[i], TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(stratum -> stratum.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    int size() {
        return instances.size();
    }

    int fewestInstances() {
        return instances.stream().mapToInt(stratum -> stratum.length).min().orElseThrow();
    }

    /** The instances of each class that occurs, {@code [classes][instances of the class]}; read-only. */
    List<int[]> instances() {
        return instances;
    }

    /** The mean over the classes of the mean over a class's instances. */
    double mean(double[] values) {
        return sum(stratum -> mean(values, stratum)) / size();
    }

    /** What is said of each class that occurs, {@code [classes]}. */
    double[] perClass(ToDoubleFunction<int[]> ofClass) {
        return instances.stream().mapToDouble(ofClass).toArray();
    }

    double sum(ToDoubleFunction<int[]> ofClass) {
        return instances.stream().mapToDouble(ofClass).sum();
    }

    static double mean(double[] values, int[] stratum) {
        return Arrays.stream(stratum).mapToDouble(i -> values[i]).average().orElseThrow();
    }
}
