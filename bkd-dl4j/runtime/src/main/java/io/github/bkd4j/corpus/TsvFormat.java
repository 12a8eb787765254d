package io.github.bkd4j.corpus;

/** Lines label, tab, text. Nothing is quoted; a later tab belongs to the text and becomes a blank. */
final class TsvFormat implements LineFormat {

    @Override
    public String shape() {
        return "label<TAB>text";
    }

    @Override
    public Labeled<String> row(String line, Place place) {
        int tab = line.indexOf('\t');
        if (tab < 0) {
            throw place.error("must be " + shape() + " but had no tab");
        }
        return place.row(line.substring(0, tab), line.substring(tab + 1).replace('\t', ' '));
    }
}
