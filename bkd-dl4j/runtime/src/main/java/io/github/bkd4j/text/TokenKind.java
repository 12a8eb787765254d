package io.github.bkd4j.text;

/** What a token is made of. */
public enum TokenKind {
    /** One word. */
    WORD("word"),
    /** A run of neighbouring words. */
    NGRAM("n-gram"),
    /** A run of a word's characters; angle brackets mark the word's ends. */
    PART("part of a word");

    private final String name;

    TokenKind(String name) {
        this.name = name;
    }

    /**
     * Its name in tables and files.
     *
     * @return words in lower case: {@code part of a word}
     */
    @Override
    public String toString() {
        return name;
    }
}
