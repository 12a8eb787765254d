package io.github.bkd4j.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bkd4j.balance.Group;
import io.github.bkd4j.evaluate.Correctness;
import io.github.bkd4j.evaluate.Interval;
import io.github.bkd4j.evaluate.Result;
import io.github.bkd4j.evaluate.Scores;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Results as rows, one per run. */
final class ResultRows {

    private ResultRows() {}

    static List<ObjectNode> of(List<Result> results) {
        return results.stream().map(ResultRows::row).toList();
    }

    private static ObjectNode row(Result result) {
        ObjectNode row = RowFiles.row();
        Scores scores = result.scores();
        row.put("system", result.system());
        put(row, "seed", result.seed());
        row.put("accuracy", scores.accuracy());
        row.put("balancedAccuracy", scores.balancedAccuracy());
        row.put("macroF1", scores.macroF1());
        for (Group group : Group.values()) {
            put(row, group.toString(), scores.recall(group));
        }
        row.put("ece", scores.ece());
        put(row, "trainSeconds", result.trainSeconds());
        put(row, "parameters", result.parameters());
        Interval interval = Correctness.of(List.of(result.predictions())).balancedAccuracy();
        row.put("balancedAccuracyLow", interval.low());
        row.put("balancedAccuracyHigh", interval.high());
        row.put("microF1", scores.microF1());
        row.put("gMean", scores.gMean());
        row.put("top5", scores.top5());
        return row;
    }

    private static void put(ObjectNode row, String key, OptionalDouble value) {
        value.ifPresentOrElse(number -> row.put(key, number), () -> row.putNull(key));
    }

    private static void put(ObjectNode row, String key, OptionalLong value) {
        value.ifPresentOrElse(number -> row.put(key, number), () -> row.putNull(key));
    }
}
