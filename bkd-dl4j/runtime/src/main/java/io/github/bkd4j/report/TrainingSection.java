package io.github.bkd4j.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Training histories: one small plot per system, one line for each term of its loss, a faint one for each seed. */
final class TrainingSection {

    private static final double WIDTH = 320;
    private static final double HEIGHT = 220;

    private TrainingSection() {}

    static List<Element> of(List<History> histories) {
        Map<String, List<History>> systems = histories.stream()
                .collect(Collectors.groupingBy(History::system, LinkedHashMap::new, Collectors.toList()));
        return List.of(Element.of("div", "multiples")
                .add(systems.entrySet().stream()
                        .map(entry -> figure(entry.getKey(), entry.getValue()))
                        .toList()));
    }

    private static Element figure(String system, List<History> runs) {
        List<String> names = names(runs);
        return Element.of("figure")
                .add(Element.of("figcaption").words(Words.cut(system, 40)))
                .add(Element.of("p", "legend")
                        .add(IntStream.range(0, names.size())
                                .mapToObj(i -> Element.of("span", "key t" + i).text(names.get(i)))
                                .toList()))
                .add(plot(runs, names));
    }

    private static List<String> names(List<History> runs) {
        return runs.stream()
                .flatMap(run -> run.series().keySet().stream())
                .distinct()
                .toList();
    }

    private static Element plot(List<History> runs, List<String> names) {
        int epochs = runs.stream()
                .flatMap(run -> run.series().values().stream())
                .mapToInt(List::size)
                .max()
                .orElse(1);
        double most = runs.stream()
                .flatMap(run -> run.series().values().stream())
                .flatMap(List::stream)
                .filter(Double::isFinite)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        Frame frame = new Frame(WIDTH, HEIGHT, "loss by epoch");
        Axis across = frame.across(1, Math.max(2, epochs));
        Axis up = frame.up(0, Math.max(most, 1e-6));
        frame.bottom(across, wholeNumbers(across), Figures::round, "epoch").left(up, Figures::round);
        frame.svg().add(lines(runs, names, across, up));
        return frame.svg();
    }

    private static List<Double> wholeNumbers(Axis across) {
        return across.ticks().stream().filter(tick -> tick == Math.rint(tick)).toList();
    }

    private static List<Element> lines(List<History> runs, List<String> names, Axis across, Axis up) {
        List<Element> lines = new ArrayList<>();
        for (int term = 0; term < names.size(); term++) {
            String name = names.get(term);
            for (History run : runs) {
                List<Double> values = run.series().getOrDefault(name, List.of());
                lines.add(Line.of(
                        "run t" + term,
                        IntStream.range(0, values.size())
                                .filter(epoch -> Double.isFinite(values.get(epoch)))
                                .mapToObj(epoch -> new Line.Point(epoch + 1, values.get(epoch)))
                                .toList(),
                        across,
                        up));
            }
        }
        return lines;
    }
}
