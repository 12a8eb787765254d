package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The classes of an .npy file in the order of its columns: one label per line, UTF-8, stripped as in a corpus. */
final class LabelFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private LabelFile() {}

    static List<String> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new LogitsException(
                    file + ": no such file; must have one label per line, in the order of the columns");
        }
        List<String> labels = lines(file);
        if (labels.isEmpty()) {
            throw new LogitsException(file + ": must have at least one label but was empty");
        }
        Map<String, Integer> lines = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            requireNew(labels.get(i), i + 1, lines, file);
        }
        return labels;
    }

    private static List<String> lines(Path file) {
        try {
            String text = Files.readString(file);
            return text.substring(text.startsWith(BYTE_ORDER_MARK) ? 1 : 0)
                    .stripTrailing()
                    .lines()
                    .map(Labeled::nameOf)
                    .toList();
        } catch (CharacterCodingException e) {
            throw new LogitsException(file + ": must be UTF-8 but was not", e);
        } catch (IOException e) {
            throw new LogitsException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static void requireNew(String label, int line, Map<String, Integer> lines, Path file) {
        if (label.isBlank()) {
            throw new LogitsException(file + ":" + line + ": label must not be blank");
        }
        Integer first = lines.putIfAbsent(label, line);
        if (first != null) {
            throw new LogitsException(
                    file + ":" + line + ": label must come once but '" + label + "' was on line " + first + " too");
        }
    }

    static void write(Path file, List<String> labels) {
        labels.forEach(label -> requireOneLine(file, label));
        String lines = String.join("\n", labels) + "\n";
        AtomicFile.write(file, out -> out.write(lines.getBytes(StandardCharsets.UTF_8)));
    }

    private static void requireOneLine(Path file, String label) {
        if (label.indexOf('\n') >= 0 || label.indexOf('\r') >= 0) {
            throw new LogitsException(file + ": label must be one line but was '" + label + "'");
        }
    }
}
