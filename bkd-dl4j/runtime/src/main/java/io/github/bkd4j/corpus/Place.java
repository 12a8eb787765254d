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
        String name = label(label);
        return new Labeled<>(text(text), name);
    }

    /** A label stripped; it may not be blank. */
    String label(String label) {
        String name = notBlank("label", Labeled.nameOf(label));
        if (!Labeled.isOneLine(name)) {
            throw error(Labeled.ONE_LINE + " but was '" + Labeled.shown(name) + "'");
        }
        return name;
    }

    /** A text stripped; it may not be blank. */
    String text(String text) {
        return notBlank("text", WhiteSpace.strip(text));
    }

    private String notBlank(String name, String value) {
        if (value.isEmpty()) {
            throw error(name + " must not be blank");
        }
        return value;
    }
}
