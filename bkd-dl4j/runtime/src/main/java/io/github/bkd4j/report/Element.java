package io.github.bkd4j.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An element of HTML or SVG. Text and attributes are escaped as they are written, so nothing in them can become markup.
 * Grows as it is built; not thread-safe.
 */
final class Element {

    private static final Pattern BREAKS = Pattern.compile("(?<=[_/])");
    private static final Set<String> WITHOUT_END = Set.of("meta", "wbr");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> content = new ArrayList<>(); // elements and strings

    private Element(String name) {
        this.name = name;
    }

    static Element of(String name) {
        return new Element(name);
    }

    /** An element of a style class, or of several between blanks. */
    static Element of(String name, String styleClass) {
        return new Element(name).with("class", styleClass);
    }

    Element with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    /** A length or position, to a hundredth. */
    Element with(String attribute, double value) {
        return with(attribute, number(value));
    }

    Element add(Element... children) {
        content.addAll(List.of(children));
        return this;
    }

    Element add(Collection<Element> children) {
        content.addAll(children);
        return this;
    }

    Element text(String text) {
        content.add(text);
        return this;
    }

    /**
     * Untrusted text, which may run from right to left, isolated from the text around it; a long name may be broken
     * after an underscore or a stroke.
     */
    Element words(String words) {
        Element isolated = of("bdi");
        BREAKS.splitAsStream(words).forEach(part -> isolated.text(part).add(of("wbr")));
        return add(isolated);
    }

    static String number(double value) {
        String digits = String.format(Locale.ROOT, "%.2f", value);
        return digits.endsWith(".00") ? digits.substring(0, digits.length() - 3) : digits;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        write(out);
        return out.toString();
    }

    private void write(StringBuilder out) {
        out.append('<').append(name);
        attributes.forEach((attribute, value) -> out.append(' ')
                .append(attribute)
                .append("=\"")
                .append(escaped(value))
                .append('"'));
        out.append('>');
        for (Object child : content) {
            if (child instanceof Element element) {
                element.write(out);
            } else {
                out.append(escaped(child.toString()));
            }
        }
        if (!WITHOUT_END.contains(name)) {
            out.append("</").append(name).append('>');
        }
    }

    private static String escaped(String text) {
        return Words.clean(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
