package io.github.bkd4j.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** Rows of figures, all with the same keys, as files. */
final class RowFiles {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter WRITER =
            JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private RowFiles() {}

    static ObjectNode row() {
        return JSON.createObjectNode();
    }

    /** An array of JSON objects. */
    static String json(List<ObjectNode> rows) throws JsonProcessingException {
        ArrayNode array = JSON.createArrayNode();
        array.addAll(rows);
        return WRITER.writeValueAsString(array) + "\n";
    }

    /** Comma-separated values, with the keys as header; what is not known is empty. */
    static String csv(List<ObjectNode> rows) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(
                    rows.get(0).properties().stream().map(Map.Entry::getKey).toList());
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
