package io.github.bkd4j.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who gained and who paid: the classes by the change of their recall. */
final class GainsSection {

    private static final int NAMED = 12;
    private static final double SMALLEST = 0.05; // ends of the axis

    private final List<ClassRow> classes; // the largest gain first
    private final String system;
    private final String rival;

    GainsSection(List<ClassRow> classes, String system, String rival) {
        this.classes = classes.stream()
                .sorted(Comparator.comparingDouble((ClassRow row) -> -row.change(system, rival)))
                .toList();
        this.system = system;
        this.rival = rival;
    }

    List<Element> content() {
        List<Element> content = new ArrayList<>();
        content.add(Element.of("p", "note").text(counts()));
        content.add(legend());
        content.addAll(Page.inTwoSizes(this::bars, 300, 240));
        content.add(Element.of("div", "columns")
                .add(Element.of("div").add(Element.of("h3").text("Gained most")).add(table(gainers())))
                .add(Element.of("div").add(Element.of("h3").text("Paid most")).add(table(payers()))));
        return content;
    }

    private String counts() {
        long gained = classes.stream().filter(row -> change(row) > 0).count();
        long paid = classes.stream().filter(row -> change(row) < 0).count();
        return gained + " classes gained, " + paid + " paid, " + (classes.size() - gained - paid)
                + " stayed as they were. Single classes have few test texts: a bar alone proves nothing, the table of "
                + "differences does.";
    }

    private static Element legend() {
        return Element.of("p", "legend")
                .add(Stream.of("head", "middle", "tail")
                        .map(third -> Element.of("span", "key " + third).text(third))
                        .toList());
    }

    private double change(ClassRow row) {
        return row.change(system, rival);
    }

    /** One bar per class. */
    private Element bars(double width, double height) {
        Frame frame = new Frame(width, height, "change of recall, class by class, the largest gain first");
        double most = classes.stream().mapToDouble(this::change).max().orElse(0);
        double least = classes.stream().mapToDouble(this::change).min().orElse(0);
        Axis across = frame.across(0, classes.size());
        Axis up = frame.up(Math.min(-SMALLEST, least), Math.max(SMALLEST, most));
        frame.bottom(across, List.of(), Element::number, "classes, from the largest gain to the largest loss")
                .left(up, value -> value == 0 ? "0" : String.format(Locale.ROOT, "%+.2f", value));
        double step = across.at(1) - across.at(0);
        for (int i = 0; i < classes.size(); i++) {
            ClassRow row = classes.get(i);
            double top = up.at(Math.max(0, change(row)));
            double bottom = up.at(Math.min(0, change(row)));
            frame.svg()
                    .add(Frame.rectangle(
                                    "bar " + row.third(), across.at(i) + step * 0.08, top, step * 0.84, bottom - top)
                            .add(Element.of("title").text(tip(row))));
        }
        frame.svg().add(Frame.line("zero", across.at(0), up.at(0), across.at(classes.size()), up.at(0)));
        return frame.svg();
    }

    private String tip(ClassRow row) {
        return Words.cut(row.label(), 60) + ": " + Figures.difference(change(row)) + ", " + row.training()
                + " training texts";
    }

    private List<ClassRow> gainers() {
        return classes.stream().filter(row -> change(row) > 0).limit(NAMED).toList();
    }

    private List<ClassRow> payers() {
        return classes.stream()
                .filter(row -> change(row) < 0)
                .sorted(Comparator.comparingDouble(this::change))
                .limit(NAMED)
                .toList();
    }

    private Element table(List<ClassRow> rows) {
        return rows.isEmpty()
                ? Element.of("p", "note").text("No class.")
                : HtmlTable.of(List.of(
                        column("class", rows, row -> Words.cut(row.label(), 40)),
                        column("change", rows, row -> Figures.difference(change(row))),
                        column(Words.cut(rival, 20), rows, row -> Figures.share(row.recall(rival))),
                        column(Words.cut(system, 20), rows, row -> Figures.share(row.recall(system))),
                        column("train", rows, row -> Long.toString(row.training())),
                        column("test", rows, row -> Long.toString(row.test()))));
    }

    private static List<String> column(String title, List<ClassRow> rows, Function<ClassRow, String> cell) {
        return Stream.concat(Stream.of(title), rows.stream().map(cell)).toList();
    }
}
