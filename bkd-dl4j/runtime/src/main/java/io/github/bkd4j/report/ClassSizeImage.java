package io.github.bkd4j.report;

import java.util.List;

/** Recall against class size as an image by itself, in colours that can be read on white and on dark. */
final class ClassSizeImage {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 400;
    private static final double LEGEND = 30;

    private static final String STYLE = """
            text { fill: #7d8590; font: 13px system-ui, sans-serif; }
            .grid { stroke: #7d8590; stroke-opacity: .25; }
            .point { fill: var(--c); fill-opacity: .3; }
            .curve { fill: none; stroke: var(--c); stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round; }
            .curve.chosen { stroke-width: 4; }
            .curve.dashed { stroke-dasharray: 7 5; }
            .c0 { --c: #8a94a6; } .c1 { --c: #e08a1e; } .c2 { --c: #1797b8; } .c3 { --c: #8b66e0; }
            .c4 { --c: #e0447c; } .c5 { --c: #3f9c46; } .c6 { --c: #4a7fe8; } .c7 { --c: #a5842c; }
            """;

    private ClassSizeImage() {}

    static String of(Study study, List<String> systems) {
        Styles styles = new Styles(study.evaluation().systems(), systems.get(systems.size() - 1));
        Element image = Element.of("svg")
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("viewBox", "0 0 " + Element.number(WIDTH) + " " + Element.number(HEIGHT + LEGEND))
                .with("role", "img")
                .with("aria-label", "recall of each class against its training instances")
                .add(Element.of("style").text(STYLE));
        for (int i = 0; i < systems.size(); i++) {
            image.add(key(systems.get(i), 46 + i * (WIDTH - 46) / Math.max(5, systems.size()), styles));
        }
        Element plot = new ClassSizePlot(ClassRow.of(study.evaluation()), systems, styles)
                .of(WIDTH, HEIGHT)
                .with("y", LEGEND)
                .with("width", WIDTH)
                .with("height", HEIGHT);
        return image.add(plot) + "\n";
    }

    private static Element key(String system, double x, Styles styles) {
        return Element.of("g")
                .add(Frame.line("curve " + styles.of(system), x, LEGEND / 2, x + 22, LEGEND / 2))
                .add(Frame.label(Words.cut(system, 20), x + 30, LEGEND / 2 + 4, "start"));
    }
}
