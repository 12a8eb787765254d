package io.github.bkd4j.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bkd4j.balance.Group;
import io.github.bkd4j.evaluate.Comparison;
import io.github.bkd4j.evaluate.Difference;
import java.util.ArrayList;
import java.util.List;

/** Differences between systems as rows, one per rival and figure. */
final class DifferenceRows {

    private DifferenceRows() {}

    static List<ObjectNode> of(List<Comparison> comparisons) {
        return comparisons.stream().flatMap(rival -> rows(rival).stream()).toList();
    }

    private static List<ObjectNode> rows(Comparison comparison) {
        List<ObjectNode> rows = new ArrayList<>();
        rows.add(row(comparison, "balancedAccuracy", comparison.balancedAccuracy()));
        for (Group group : Group.values()) {
            comparison.group(group).ifPresent(difference -> rows.add(row(comparison, group.toString(), difference)));
        }
        comparison.accuracy().ifPresent(difference -> rows.add(row(comparison, "accuracy", difference)));
        return rows;
    }

    private static ObjectNode row(Comparison comparison, String metric, Difference difference) {
        return row(comparison.system(), comparison.rival(), metric, difference);
    }

    static ObjectNode row(String system, String rival, String metric, Difference difference) {
        return RowFiles.row()
                .put("system", system)
                .put("against", rival)
                .put("metric", metric)
                .put("difference", difference.interval().estimate())
                .put("low", difference.interval().low())
                .put("high", difference.interval().high())
                .put("p", difference.rawPValue())
                .put("adjustedP", difference.pValue());
    }
}
