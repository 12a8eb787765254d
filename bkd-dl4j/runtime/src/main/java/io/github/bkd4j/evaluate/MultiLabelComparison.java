package io.github.bkd4j.evaluate;

import io.github.bkd4j.balance.Group;
import java.util.Map;
import java.util.Optional;

/**
 * One system against another on the same test set of instances with sets of labels: differences of means over the
 * seeds, their intervals from resamples that both systems share, p-values by approximate randomisation.
 *
 * @param system the first system
 * @param rival the second system
 * @param microF1 difference of the F1 of all decisions
 * @param macroF1 difference of the mean F1 over the labels
 * @param groups difference of the mean F1 of each group; without the groups that have no label in the test set
 */
public record MultiLabelComparison(
        String system, String rival, Difference microF1, Difference macroF1, Map<Group, Difference> groups) {

    /**
     * Copies the map.
     *
     * @param system see {@link MultiLabelComparison}
     * @param rival see {@link MultiLabelComparison}
     * @param microF1 see {@link MultiLabelComparison}
     * @param macroF1 see {@link MultiLabelComparison}
     * @param groups see {@link MultiLabelComparison}
     */
    public MultiLabelComparison {
        groups = Map.copyOf(groups);
    }

    /**
     * The difference of a group's mean F1.
     *
     * @param group by training instances
     * @return empty if none of its labels occurs in the test set
     */
    public Optional<Difference> group(Group group) {
        return Optional.ofNullable(groups.get(group));
    }
}
