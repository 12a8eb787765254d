package io.github.bkd4j.evaluate;

import io.github.bkd4j.io.Checks;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a classifier that may abstain is to reach on the texts that it answers. A text is answered if its confidence,
 * the probability of the most probable class, is at least a threshold (Geifman and El-Yaniv, Selective Classification
 * for Deep Neural Networks, NIPS 2017).
 */
public sealed interface AbstentionGoal {

    /** The threshold of a classifier that never answers. */
    double NEVER = Double.POSITIVE_INFINITY;

    /** How far a product of a share and a number may lie off a whole number by rounding. */
    double ROUNDING = 1e-9;

    /**
     * The smallest threshold that reaches the goal on some predictions.
     *
     * @param confidences of the predictions, at least one
     * @param right whether each is right, {@code [predictions]}
     * @return one of the confidences, or {@link #NEVER}
     * @throws IllegalArgumentException if there is no prediction, or the lengths differ
     */
    double threshold(double[] confidences, boolean[] right);

    /**
     * Reads a goal.
     *
     * @param text {@code precision=P} or {@code coverage=C}
     * @return the goal
     * @throws IllegalArgumentException if it is neither, or the share is outside (0, 1]
     */
    static AbstentionGoal of(String text) {
        String[] parts = text.split("=", 2);
        String rule = "must be precision=P or coverage=C, > 0 and <= 1, but was '" + text + "'";
        Checks.require(parts.length == 2, rule);
        double share;
        try {
            share = Double.parseDouble(parts[1]);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(rule, e);
        }
        Checks.require(share > 0 && share <= 1, rule);
        return switch (parts[0]) {
            case "precision" -> new Precision(share);
            case "coverage" -> new Coverage(share);
            default -> throw new IllegalArgumentException(rule);
        };
    }

    /**
     * As many answers as possible of which a share is right.
     *
     * @param wanted share of the answers, in (0, 1]
     */
    record Precision(double wanted) implements AbstentionGoal {

        /**
         * Checks the share.
         *
         * @param wanted see {@link Precision}
         * @throws IllegalArgumentException if it is outside (0, 1]
         */
        public Precision {
            requireShare("precision", wanted);
        }

        @Override
        public double threshold(double[] confidences, boolean[] right) {
            List<Integer> ranked = ranked(confidences, right.length);
            double threshold = NEVER;
            int hits = 0;
            for (int i = 0; i < ranked.size(); i++) {
                hits += right[ranked.get(i)] ? 1 : 0;
                double confidence = confidences[ranked.get(i)];
                boolean isLastOfEquals = i == ranked.size() - 1 || confidences[ranked.get(i + 1)] < confidence;
                if (isLastOfEquals && hits >= wanted * (i + 1) - ROUNDING) {
                    threshold = confidence;
                }
            }
            return threshold;
        }

        @Override
        public String toString() {
            return "precision=" + wanted;
        }
    }

    /**
     * An answer to a share of the texts, to those with the highest confidence.
     *
     * @param wanted share of the texts, in (0, 1]
     */
    record Coverage(double wanted) implements AbstentionGoal {

        /**
         * Checks the share.
         *
         * @param wanted see {@link Coverage}
         * @throws IllegalArgumentException if it is outside (0, 1]
         */
        public Coverage {
            requireShare("coverage", wanted);
        }

        @Override
        public double threshold(double[] confidences, boolean[] right) {
            List<Integer> ranked = ranked(confidences, right.length);
            int answers = Math.max(1, (int) Math.ceil(wanted * ranked.size() - ROUNDING));
            return confidences[ranked.get(answers - 1)];
        }

        @Override
        public String toString() {
            return "coverage=" + wanted;
        }
    }

    private static void requireShare(String name, double wanted) {
        if (!(wanted > 0 && wanted <= 1)) {
            throw new IllegalArgumentException(name + " must be > 0 and <= 1 but was " + wanted);
        }
    }

    /** Positions of the predictions, the most confident first. */
    private static List<Integer> ranked(double[] confidences, int size) {
        Checks.require(
                confidences.length == size && size > 0,
                "confidences must be one per prediction, " + size + " and at least 1, but were " + confidences.length);
        return IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -confidences[i]))
                .toList();
    }
}
