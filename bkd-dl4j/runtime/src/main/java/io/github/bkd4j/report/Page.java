package io.github.bkd4j.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One HTML file that needs nothing else: no network, no script. */
final class Page {

    /** How to read where results come from. */
    static final String ORIGIN = "A fingerprint changes only if the texts or settings that it stands for change.";

    private static final double WIDE = 760;
    private static final double NARROW = 360;

    private final String title;
    private final List<Element> sections = new ArrayList<>();

    Page(String title) {
        this.title = title;
    }

    /** A plot for screens and paper, and one for phones; the style sheet shows one of them. */
    static List<Element> inTwoSizes(Plot plot, double wideHeight, double narrowHeight) {
        return List.of(
                Element.of("div", "wide").add(plot.of(WIDE, wideHeight)),
                Element.of("div", "narrow").add(plot.of(NARROW, narrowHeight)));
    }

    /** Draws itself in any size. */
    interface Plot {
        Element of(double width, double height);
    }

    /** The sentence that matters, at the top. */
    Page lead(String sentence) {
        sections.add(Element.of("p", "lead").text(sentence));
        return this;
    }

    /** What is to be known before the figures are believed; nothing if there is no such thing. */
    Page warnings(List<String> warnings) {
        if (!warnings.isEmpty()) {
            sections.add(Element.of("ul", "warnings")
                    .add(warnings.stream()
                            .map(text -> Element.of("li").text(text))
                            .toList()));
        }
        return this;
    }

    /** A part of the page with a heading and a sentence on how to read it; nothing if it is empty. */
    Page section(String heading, String howToRead, List<Element> content) {
        if (!content.isEmpty()) {
            sections.add(Element.of("section")
                    .add(Element.of("h2").text(heading))
                    .add(Element.of("p", "note").text(howToRead))
                    .add(content));
        }
        return this;
    }

    /** Names and values; nothing if there are none. */
    Page facts(String heading, Map<String, String> facts) {
        if (!facts.isEmpty()) {
            sections.add(
                    Element.of("section").add(Element.of("h2").text(heading)).add(list(facts)));
        }
        return this;
    }

    /** The same with a sentence on how to read them. */
    Page facts(String heading, String howToRead, Map<String, String> facts) {
        return section(heading, howToRead, facts.isEmpty() ? List.of() : List.of(list(facts)));
    }

    private static Element list(Map<String, String> facts) {
        Element list = Element.of("dl");
        facts.forEach((name, value) -> list.add(Element.of("div")
                .add(Element.of("dt").words(name))
                .add(Element.of("dd").words(Words.cut(value, 2000)))));
        return list;
    }

    @Override
    public String toString() {
        Element head = Element.of("head")
                .add(meta("charset", "utf-8"))
                .add(Element.of("meta")
                        .with("http-equiv", "Content-Security-Policy")
                        .with("content", "default-src 'none'; style-src 'unsafe-inline'"))
                .add(named("viewport", "width=device-width, initial-scale=1"))
                .add(named("color-scheme", "light dark"))
                .add(Element.of("title").text(title))
                .add(Element.of("style").text(style()));
        Element body = Element.of("body")
                .add(Element.of("main").add(Element.of("h1").words(title)).add(sections));
        return "<!DOCTYPE html>\n" + Element.of("html").with("lang", "en").add(head, body) + "\n";
    }

    private static Element meta(String attribute, String value) {
        return Element.of("meta").with(attribute, value);
    }

    private static Element named(String name, String content) {
        return meta("name", name).with("content", content);
    }

    private static String style() {
        try (InputStream in = Page.class.getResourceAsStream("page.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the style sheet of pages can be read", e);
        }
    }
}
