package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Labeled;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The vectors that a head learns from.
 *
 * @param instances [instances, dimension]
 * @param names of labels, [names, dimension]
 * @param named label of each name, [names]
 * @param weight of each feature
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HeadVectors(float[][] instances, float[][] names, int[] named, IntToDoubleFunction weight) {

    /** Leaves out names of labels that are not among those of the corpus. */
    static <X> HeadVectors of(
            List<X> instances,
            List<String> labels,
            List<Labeled<X>> names,
            Function<List<X>, float[][]> vectors,
            IntToDoubleFunction weight) {
        List<Labeled<X>> known =
                names.stream().filter(name -> labels.contains(name.label())).toList();
        return new HeadVectors(
                vectors.apply(instances),
                vectors.apply(known.stream().map(Labeled::instance).toList()),
                known.stream().mapToInt(name -> labels.indexOf(name.label())).toArray(),
                weight);
    }

    int[] all() {
        return IntStream.range(0, instances.length).toArray();
    }

    /** All rows but those of a fold, which ascend. */
    int[] outside(int[] fold) {
        return Arrays.stream(all())
                .filter(row -> Arrays.binarySearch(fold, row) < 0)
                .toArray();
    }

    float[][] rows(int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> instances[row]).toArray(float[][]::new);
    }

    Standardised standardised(int[] rows) {
        return Standardised.fit(rows(rows), weight);
    }
}
