package io.github.bkd4j.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.bkd4j.evaluate.Result;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** Results as comma-separated values, a line a run, with the keys of the JSON as header; what is not known is empty. */
final class ResultsCsv {

    private ResultsCsv() {}

    static String of(List<Result> results) throws IOException {
        List<ObjectNode> rows = results.stream().map(ResultsJson::row).toList();
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(rows.get(0).properties().stream()
                    .map(entry -> entry.getKey())
                    .toList());
            rows.forEach(row -> csv.writeRecord(row.properties().stream()
                    .map(entry -> cell(entry.getValue()))
                    .toList()));
        }
        return text.toString();
    }

    private static String cell(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }
}
