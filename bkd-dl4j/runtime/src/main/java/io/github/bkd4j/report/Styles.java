package io.github.bkd4j.report;

import java.util.List;

/**
 * The colours and dashes of the systems, as style classes.
 *
 * @param systems all of them, in order of first appearance
 * @param chosen the one that the page is about
 */
record Styles(List<String> systems, String chosen) {

    private static final int COLOURS = 8;

    String of(String system) {
        int place = systems.indexOf(system);
        String dashes = place < COLOURS ? "" : " dashed";
        return "c" + place % COLOURS + dashes + (system.equals(chosen) ? " chosen" : "");
    }

    /** A swatch and a name for each system. */
    Element legend(List<String> shown) {
        return Element.of("p", "legend")
                .add(shown.stream()
                        .map(system -> Element.of("span", "key " + of(system)).words(Words.cut(system, 40)))
                        .toList());
    }
}
