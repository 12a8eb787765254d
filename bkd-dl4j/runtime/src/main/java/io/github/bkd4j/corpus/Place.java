package io.github.bkd4j.corpus;

import java.nio.file.Path;

/**
 * A line of a file: where a row comes from and where an error lies.
 *
 * @param file as the user named it
 * @param line from 1
 */
record Place(Path file, long line) {

    CorpusException error(String message) {
        return new CorpusException(file + ":" + line + ": " + message);
    }

    /** A row with its label and text stripped; neither may be blank. */
    Labeled<String> row(String label, String text) {
        requireNotBlank("label", label);
        requireNotBlank("text", text);
        return new Labeled<>(WhiteSpace.strip(text), label);
    }

    private void requireNotBlank(String name, String value) {
        if (WhiteSpace.strip(value).isEmpty()) {
            throw error(name + " must not be blank");
        }
    }
}
