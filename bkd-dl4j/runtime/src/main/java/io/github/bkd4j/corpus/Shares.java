package io.github.bkd4j.corpus;

/**
 * Shares of the instances that go to training, validation and test.
 *
 * @param train &gt; 0
 * @param validation &gt;= 0; 0 for no validation part
 * @param test &gt;= 0; 0 for no test part
 */
record Shares(double train, double validation, double test) {

    private static final double TOLERANCE = 1e-9;

    Shares {
        if (!(train > 0)) {
            throw new IllegalArgumentException("train share must be > 0 but was " + train);
        }
        requireNotNegative("validation", validation);
        requireNotNegative("test", test);
        double sum = train + validation + test;
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw new IllegalArgumentException("train, validation and test shares must sum to 1 but summed to " + sum);
        }
    }

    private static void requireNotNegative(String name, double share) {
        if (!(share >= 0)) {
            throw new IllegalArgumentException(name + " share must be >= 0 but was " + share);
        }
    }

    double[] inOrder() {
        return new double[] {train, validation, test};
    }

    /** Number of parts that get a share. */
    int parts() {
        return 1 + (validation > 0 ? 1 : 0) + (test > 0 ? 1 : 0);
    }

    /**
     * Sizes of the parts of one class: at least one instance for each part, every further one to the part that lacks
     * most (so shares are rounded by largest remainder). A class that cannot be divided so, each size within 1 of its
     * exact share, goes wholly to training.
     *
     * @return {@code [train, validation, test]}, summing to {@code instances}
     */
    int[] sizes(int instances) {
        double[] exact = {train * instances, validation * instances, test * instances};
        int[] sizes = {1, validation > 0 ? 1 : 0, test > 0 ? 1 : 0};
        for (int placed = parts(); placed < instances; placed++) {
            sizes[neediest(exact, sizes)]++;
        }
        boolean divided = instances >= parts() && lack(exact, sizes, neediest(exact, sizes)) <= 1 + TOLERANCE;
        return divided ? sizes : new int[] {instances, 0, 0};
    }

    private static int neediest(double[] exact, int[] sizes) {
        int neediest = 0;
        for (int part = 1; part < sizes.length; part++) {
            if (lack(exact, sizes, part) > lack(exact, sizes, neediest)) {
                neediest = part;
            }
        }
        return neediest;
    }

    private static double lack(double[] exact, int[] sizes, int part) {
        return exact[part] - sizes[part];
    }
}
