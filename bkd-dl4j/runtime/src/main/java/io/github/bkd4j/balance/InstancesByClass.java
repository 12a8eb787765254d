package io.github.bkd4j.balance;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Instances by class: draws a class, then one of its instances. */
final class InstancesByClass {

    private final int[][] members; // [classes, instances of the class]
    private final int instances;

    InstancesByClass(int[] classes, int classCount) {
        int[] sizes = new int[classCount];
        for (int c : classes) {
            sizes[c]++;
        }
        members = IntStream.of(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        for (int row = classes.length - 1; row >= 0; row--) {
            int c = classes[row];
            members[c][--sizes[c]] = row;
        }
        instances = classes.length;
    }

    /** Class probabilities proportional to a power of the class size, [classes]; 0 for a class without an instance. */
    double[] probabilities(double power) {
        double[] sizes = Arrays.stream(members)
                .mapToDouble(rows -> rows.length == 0 ? 0 : Math.pow(rows.length, power))
                .toArray();
        double sum = Arrays.stream(sizes).sum();
        return Arrays.stream(sizes).map(size -> size / sum).toArray();
    }

    /** Draws as many rows as there are instances, [instances]. */
    int[] rows(double[] probabilities, SplittableRandom random) {
        double[] upTo = cumulative(probabilities);
        int[] rows = new int[instances];
        for (int i = 0; i < rows.length; i++) {
            int[] candidates = members[firstAbove(upTo, random.nextDouble() * upTo[upTo.length - 1])];
            rows[i] = candidates[random.nextInt(candidates.length)];
        }
        return rows;
    }

    private static double[] cumulative(double[] probabilities) {
        double[] upTo = probabilities.clone(); // [classes]
        for (int c = 1; c < upTo.length; c++) {
            upTo[c] += upTo[c - 1];
        }
        return upTo;
    }

    private static int firstAbove(double[] ascending, double value) {
        int low = 0;
        int high = ascending.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
