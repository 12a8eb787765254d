package io.github.bkd4j.evaluate;

import io.github.bkd4j.balance.Group;
import java.util.Map;
import java.util.Optional;

/**
 * One system against another on the same test set, by {@link PairedTest} of their correctness, averaged over the seeds.
 *
 * @param system the first system
 * @param rival the second system
 * @param balancedAccuracy difference of the mean recalls
 * @param groups difference of the mean recalls of each group; without the groups that have no class in the test set
 * @param accuracy difference of the accuracies of two single models, by {@link McNemar}'s test; empty where one of them
 *     has several seeds
 */
public record Comparison(
        String system,
        String rival,
        Difference balancedAccuracy,
        Map<Group, Difference> groups,
        Optional<Difference> accuracy) {

    /**
     * Copies the map.
     *
     * @param system see {@link Comparison}
     * @param rival see {@link Comparison}
     * @param balancedAccuracy see {@link Comparison}
     * @param groups see {@link Comparison}
     * @param accuracy see {@link Comparison}
     */
    public Comparison {
        groups = Map.copyOf(groups);
    }

    /**
     * The difference of a group's mean recalls.
     *
     * @param group by training instances
     * @return empty if none of its classes occurs in the test set
     */
    public Optional<Difference> group(Group group) {
        return Optional.ofNullable(groups.get(group));
    }
}
