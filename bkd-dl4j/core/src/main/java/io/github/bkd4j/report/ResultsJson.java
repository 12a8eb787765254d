package io.github.bkd4j.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bkd4j.balance.Group;
import io.github.bkd4j.evaluate.Correctness;
import io.github.bkd4j.evaluate.Interval;
import io.github.bkd4j.evaluate.Result;
import io.github.bkd4j.evaluate.Scores;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Results as an array of JSON objects, one a run. */
final class ResultsJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter WRITER =
            JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private ResultsJson() {}

    static String of(List<Result> results) throws JsonProcessingException {
        ArrayNode rows = JSON.createArrayNode();
        results.forEach(result -> rows.add(row(result)));
        return WRITER.writeValueAsString(rows) + "\n";
    }

    static ObjectNode row(Result result) {
        ObjectNode row = JSON.createObjectNode();
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
