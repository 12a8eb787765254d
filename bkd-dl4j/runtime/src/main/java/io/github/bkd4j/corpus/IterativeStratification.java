package io.github.bkd4j.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Iterative stratification: Sechidis et al., On the Stratification of Multi-label Data, ECML PKDD 2011, algorithm 1.
 * The label with the fewest instances left is dealt first, each instance to the part that lacks most of the label;
 * among equal ones to the part that lacks most instances, then at random.
 */
final class IterativeStratification {

    private static final int NONE = -1;

    private final int[][] labelSets; // [instances][labels of the instance]
    private final double[] lack; // [parts], instances that a part is still to get
    private final double[][] lackOfLabel; // [labels][parts]
    private final int[] left; // [labels], instances that have no part yet
    private final int[] parts; // [instances]
    private final Random random; // its sequence is specified: a split stays the same on every Java

    private IterativeStratification(int[][] labelSets, int labels, double[] shares, long seed) {
        this.labelSets = labelSets;
        this.left = new int[labels];
        for (int[] set : labelSets) {
            IntStream.of(set).forEach(label -> left[label]++);
        }
        this.lack = lack(shares, labelSets.length);
        this.lackOfLabel = IntStream.of(left).mapToObj(n -> lack(shares, n)).toArray(double[][]::new);
        this.parts = new int[labelSets.length];
        this.random = new Random(seed);
    }

    private static double[] lack(double[] shares, int instances) {
        return Arrays.stream(shares)
                .map(share -> share == 0 ? Double.NEGATIVE_INFINITY : share * instances)
                .toArray();
    }

    /** The part of each instance, {@code [instances]}; a part with share 0 stays empty. */
    static int[] parts(int[][] labelSets, int labels, double[] shares, long seed) {
        return new IterativeStratification(labelSets, labels, shares, seed).deal();
    }

    private int[] deal() {
        Arrays.fill(parts, NONE);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, parts.length).boxed().toList());
        Collections.shuffle(order, random);
        List<List<Integer>> rows = rowsByLabel(order);
        for (int label = rarest(); label != NONE; label = rarest()) {
            deal(rows.get(label), lackOfLabel[label]);
        }
        deal(order, lack); // those without a label
        return parts;
    }

    private List<List<Integer>> rowsByLabel(List<Integer> order) {
        List<List<Integer>> rows = new ArrayList<>();
        IntStream.range(0, left.length).forEach(label -> rows.add(new ArrayList<>()));
        for (int row : order) {
            IntStream.of(labelSets[row]).forEach(label -> rows.get(label).add(row));
        }
        return rows;
    }

    private void deal(List<Integer> rows, double[] lacks) {
        for (int row : rows) {
            if (parts[row] == NONE) {
                deal(row, neediest(lacks));
            }
        }
    }

    /** The label with the fewest instances left, but some. */
    private int rarest() {
        int rarest = NONE;
        for (int label = 0; label < left.length; label++) {
            if (left[label] > 0 && (rarest == NONE || left[label] < left[rarest])) {
                rarest = label;
            }
        }
        return rarest;
    }

    private int neediest(double[] lacks) {
        int[] most = most(IntStream.range(0, lacks.length).toArray(), lacks);
        int[] first = most(most, lack);
        return first[random.nextInt(first.length)];
    }

    private static int[] most(int[] candidates, double[] lacks) {
        double most =
                IntStream.of(candidates).mapToDouble(part -> lacks[part]).max().orElseThrow();
        return IntStream.of(candidates).filter(part -> lacks[part] == most).toArray();
    }

    private void deal(int row, int part) {
        parts[row] = part;
        lack[part]--;
        for (int label : labelSets[row]) {
            lackOfLabel[label][part]--;
            left[label]--;
        }
    }
}
