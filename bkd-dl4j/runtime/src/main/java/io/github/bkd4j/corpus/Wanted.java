package io.github.bkd4j.corpus;

import java.util.List;

/**
 * What is taken from each row of a file: a labelled text, a text with its set of labels, or the text alone.
 *
 * @param <R> what a row becomes
 */
interface Wanted<R> {

    Wanted<Labeled<String>> LABELED = new Wanted<>() {
        @Override
        public boolean labelled() {
            return true;
        }

        @Override
        public String options() {
            return "--label-column and --text-column";
        }

        @Override
        public Labeled<String> row(Place place, String label, String text) {
            return place.row(label, text);
        }
    };

    /** Texts as they are, blank ones too: each is answered. */
    Wanted<String> TEXT = new Wanted<>() {
        @Override
        public boolean labelled() {
            return false;
        }

        @Override
        public String options() {
            return "--text-column";
        }

        @Override
        public String row(Place place, String label, String text) {
            return text.strip();
        }
    };

    /** Whether a row must have a label. */
    boolean labelled();

    /** The options that choose columns, for messages. */
    String options();

    /** Whether a JSON field of labels may be an array. */
    default boolean arrays() {
        return false;
    }

    /** Makes one of a row with an array of labels. */
    default R row(Place place, List<String> labels, String text) {
        throw new UnsupportedOperationException("an array of labels is not wanted");
    }

    /** Makes one of a row; the label is empty if none is wanted. */
    R row(Place place, String label, String text);
}
