package io.github.bkd4j.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bkd4j.balance.Group;
import io.github.bkd4j.evaluate.Correctness;
import io.github.bkd4j.evaluate.Interval;
import io.github.bkd4j.evaluate.Result;
import io.github.bkd4j.evaluate.RiskCoverage;
import io.github.bkd4j.evaluate.Scores;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Results as rows, one per run. */
final class ResultRows {

    private ResultRows() {}

    /** All have the keys of the further figures; they are null but for the system that these are of. */
    static List<ObjectNode> of(Study study) {
        return study.evaluation().results().stream()
                .map(result -> with(row(result), study.keys(), study.figures(result.system())))
                .toList();
    }

    private static ObjectNode with(ObjectNode row, List<String> keys, List<Figure> figures) {
        keys.forEach(row::putNull);
        figures.stream()
                .filter(figure -> !Double.isNaN(figure.value()))
                .forEach(figure -> row.put(figure.key(), figure.value()));
        return row;
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
        row.put("aurc", RiskCoverage.of(result.predictions()).area());
        return row;
    }

    static void put(ObjectNode row, String key, OptionalDouble value) {
        value.ifPresentOrElse(number -> row.put(key, number), () -> row.putNull(key));
    }

    static void put(ObjectNode row, String key, OptionalLong value) {
        value.ifPresentOrElse(number -> row.put(key, number), () -> row.putNull(key));
    }
}
