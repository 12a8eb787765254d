package io.github.bkd4j.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bkd4j.balance.Group;
import io.github.bkd4j.evaluate.Difference;
import io.github.bkd4j.evaluate.Interval;
import io.github.bkd4j.evaluate.MultiLabelComparison;
import io.github.bkd4j.evaluate.MultiLabelEvaluation;
import io.github.bkd4j.evaluate.MultiLabelResult;
import io.github.bkd4j.evaluate.MultiLabelScores;
import io.github.bkd4j.evaluate.MultiLabelSystemScores;
import java.util.ArrayList;
import java.util.List;

/**
 * Results and differences of label sets as rows for files: the keys of {@link ResultRows} first, null where a figure is
 * of one class per text alone, then those of label sets.
 */
final class MultiLabelRows {

    private MultiLabelRows() {}

    /** One row per run. */
    static List<ObjectNode> results(MultiLabelEvaluation<?> evaluation) {
        return evaluation.results().stream()
                .map(result -> row(evaluation, result))
                .toList();
    }

    private static ObjectNode row(MultiLabelEvaluation<?> evaluation, MultiLabelResult result) {
        MultiLabelScores scores = result.scores();
        ObjectNode row = RowFiles.row();
        row.put("system", result.system());
        ResultRows.put(row, "seed", result.seed());
        row.put("accuracy", scores.subsetAccuracy());
        row.putNull("balancedAccuracy");
        row.put("macroF1", scores.macroF1());
        for (Group group : Group.values()) {
            ResultRows.put(row, group.toString(), scores.f1(group));
        }
        row.putNull("ece");
        ResultRows.put(row, "trainSeconds", result.trainSeconds());
        ResultRows.put(row, "parameters", result.parameters());
        List.of("balancedAccuracyLow", "balancedAccuracyHigh").forEach(row::putNull);
        row.put("microF1", scores.microF1());
        List.of("gMean", "top5", "aurc").forEach(row::putNull);
        MultiLabelSystemScores run = evaluation.only(result);
        put(row, "microF1", run.microF1());
        put(row, "macroF1", run.macroF1());
        row.put("macroAveragePrecision", scores.macroAveragePrecision());
        scores.precisionAt().forEach((k, precision) -> row.put("precisionAt" + k, precision));
        scores.recallAt().forEach((k, recall) -> row.put("recallAt" + k, recall));
        row.put("hammingLoss", scores.hammingLoss());
        row.put("labelRankingAveragePrecision", scores.labelRankingAveragePrecision());
        return row;
    }

    private static void put(ObjectNode row, String key, Interval interval) {
        row.put(key + "Low", interval.low());
        row.put(key + "High", interval.high());
    }

    /** One row per rival and figure. */
    static List<ObjectNode> differences(List<MultiLabelComparison> comparisons) {
        return comparisons.stream().flatMap(rival -> rows(rival).stream()).toList();
    }

    private static List<ObjectNode> rows(MultiLabelComparison comparison) {
        List<ObjectNode> rows = new ArrayList<>();
        rows.add(row(comparison, "macroF1", comparison.macroF1()));
        for (Group group : Group.values()) {
            comparison.group(group).ifPresent(difference -> rows.add(row(comparison, group.toString(), difference)));
        }
        rows.add(row(comparison, "microF1", comparison.microF1()));
        return rows;
    }

    private static ObjectNode row(MultiLabelComparison comparison, String metric, Difference difference) {
        return DifferenceRows.row(comparison.system(), comparison.rival(), metric, difference);
    }
}
