package io.github.bkd4j.report;

import io.github.bkd4j.evaluate.RiskCoverage;
import io.github.bkd4j.evaluate.SystemScores;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What each system gains by abstaining: risk against coverage, a line for its first run; and the further figures. */
final class AbstentionSection {

    private static final int MOST_POINTS = 400; // of a line

    private final Study study;

    private AbstentionSection(Study study) {
        this.study = study;
    }

    static List<Element> of(Study study) {
        List<Element> content = new ArrayList<>();
        content.add(study.styles().legend(study.evaluation().systems()));
        content.addAll(Page.inTwoSizes(new AbstentionSection(study)::plot, 320, 260));
        if (!study.figures().isEmpty()) {
            content.add(HtmlTable.of(figures(study.figures())));
        }
        return content;
    }

    private Element plot(double width, double height) {
        Frame frame = new Frame(width, height, "share of wrong answers against share of answered texts, by system");
        List<RiskCoverage> curves =
                study.systems().stream().map(AbstentionSection::curve).toList();
        double most = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(RiskCoverage.Point::risk)
                .max()
                .orElse(1);
        Axis across = frame.across(0, 1);
        Axis up = frame.up(0, most > 0 ? most : 1);
        frame.bottom(across, across.ticks(), Figures::round, "coverage").left(up, Figures::round, "risk");
        for (int i = 0; i < curves.size(); i++) {
            String style = study.styles().of(study.evaluation().systems().get(i));
            frame.svg().add(Line.of("curve " + style, points(curves.get(i)), across, up));
        }
        return frame.svg();
    }

    private static RiskCoverage curve(SystemScores system) {
        return RiskCoverage.of(system.runs().get(0).predictions());
    }

    private static List<Line.Point> points(RiskCoverage curve) {
        List<RiskCoverage.Point> points = curve.points();
        int step = Math.max(1, points.size() / MOST_POINTS);
        List<Line.Point> shown = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (i % step == 0 || i == points.size() - 1) {
                shown.add(new Line.Point(points.get(i).coverage(), points.get(i).risk()));
            }
        }
        return shown;
    }

    private static List<List<String>> figures(List<Figure> figures) {
        return List.of(
                column("figure", figures.stream().map(Figure::name)),
                column(
                        "value",
                        figures.stream()
                                .map(figure -> Double.isNaN(figure.value())
                                        ? Figures.UNKNOWN
                                        : Figures.share(figure.value()))));
    }

    private static List<String> column(String title, Stream<String> cells) {
        return Stream.concat(Stream.of(title), cells).toList();
    }
}
