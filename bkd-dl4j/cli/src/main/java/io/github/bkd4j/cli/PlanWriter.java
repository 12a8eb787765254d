package io.github.bkd4j.cli;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.bkd4j.io.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes plan files that {@link PlanReader} reads. */
final class PlanWriter {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*");

    private PlanWriter() {}

    /** Writes settings after lines of comment, atomically. */
    static void write(Path file, List<String> comments, Map<String, String> settings) {
        StringBuilder text = new StringBuilder();
        comments.forEach(
                line -> text.append(("# " + Bkd.oneLine(line)).stripTrailing()).append('\n'));
        settings.forEach((name, value) ->
                text.append(name).append(": ").append(scalar(value)).append('\n'));
        AtomicFile.write(file, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** A value that needs no quotes unchanged, others as a JSON string, which is valid YAML. */
    private static String scalar(String value) {
        return PLAIN.matcher(value).matches() && !value.equals("null")
                ? value
                : '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
    }
}
