package io.github.bkd4j.explain;

import io.github.bkd4j.io.Checks;
import java.util.Comparator;
import java.util.List;

/**
 * Why a classifier prefers one class to another for a text: the difference of their logits, split among the tokens.
 *
 * @param label the explained class
 * @param other the class that it is compared with; empty where the logit of {@code label} is explained by itself
 * @param difference logit of {@code label} less logit of {@code other}, for this text
 * @param bias the part of the difference that no token has; if the contributions do not add up, the difference for a
 *     text of which nothing is known
 * @param contributions one per distinct token (one per word if they do not add up), the largest absolute value first,
 *     equals in order of the token
 * @param addsUp whether bias and contributions sum to the difference, up to rounding in single precision
 */
public record Explanation(
        String label, String other, double difference, double bias, List<Contribution> contributions, boolean addsUp) {

    private static final Comparator<Contribution> LARGEST_FIRST = Comparator.comparingDouble(
                    (Contribution contribution) -> -Math.abs(contribution.value()))
            .thenComparing(Contribution::token);

    /**
     * Sorts the contributions.
     *
     * @param label see {@link Explanation}
     * @param other see {@link Explanation}
     * @param difference see {@link Explanation}
     * @param bias see {@link Explanation}
     * @param contributions see {@link Explanation}
     * @param addsUp see {@link Explanation}
     */
    public Explanation {
        contributions = contributions.stream().sorted(LARGEST_FIRST).toList();
    }

    /**
     * The tokens that move the difference most, for or against.
     *
     * @param n how many, at least 1
     * @return at most n contributions, the largest absolute value first
     * @throws IllegalArgumentException if n is less than 1
     */
    public List<Contribution> top(int n) {
        Checks.atLeast("n", 1, n);
        return contributions.subList(0, Math.min(n, contributions.size()));
    }
}
