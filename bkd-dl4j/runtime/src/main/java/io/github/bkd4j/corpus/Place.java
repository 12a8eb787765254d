package io.github.bkd4j.corpus;

/**
 * A line of a file: where a row comes from and where an error lies.
 *
 * @param source the file as the user named it, or what else is read
 * @param line from 1
 */
record Place(String source, long line) {

    CorpusException error(String message) {
        return new CorpusException(said(message));
    }

    /** What is worth a notice. */
    String said(String what) {
        return source + ":" + line + ": " + what;
    }

    /** A row with its label and text stripped; neither may be blank. */
    Labeled<String> row(String label, String text) {
        requireNotBlank("label", label);
        if (!Labeled.isOneLine(label.strip())) {
            throw error(Labeled.ONE_LINE + " but was '" + Labeled.shown(label.strip()) + "'");
        }
        requireNotBlank("text", text);
        return new Labeled<>(text.strip(), label.strip());
    }

    private void requireNotBlank(String name, String value) {
        if (value.isBlank()) {
            throw error(name + " must not be blank");
        }
    }
}
