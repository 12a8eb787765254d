package io.github.bkd4j.report;

import io.github.bkd4j.evaluate.ReliabilityBin;
import io.github.bkd4j.evaluate.Result;
import io.github.bkd4j.evaluate.SystemScores;
import java.util.List;
import java.util.stream.IntStream;

/** Calibration: one small plot per system, accuracy against confidence, all seeds together. */
final class ReliabilitySection {

    private static final double SIZE = 260;

    private ReliabilitySection() {}

    static List<Element> of(List<SystemScores> systems, Styles styles) {
        return List.of(Element.of("div", "multiples narrower")
                .add(systems.stream().map(system -> figure(system, styles)).toList()));
    }

    private static Element figure(SystemScores system, Styles styles) {
        double ece = system.mean(run -> run.scores().ece());
        return Element.of("figure")
                .add(Element.of("figcaption")
                        .words(Words.cut(system.system(), 40))
                        .text(", ECE " + Figures.share(ece)))
                .add(plot(bins(system), styles.of(system.system())));
    }

    /** The bins of all runs, joined. */
    private static List<ReliabilityBin> bins(SystemScores system) {
        List<List<ReliabilityBin>> runs = system.runs().stream()
                .map(Result::predictions)
                .map(predictions -> predictions.reliability())
                .toList();
        return IntStream.range(0, runs.get(0).size())
                .mapToObj(bin -> joined(runs.stream().map(run -> run.get(bin)).toList()))
                .toList();
    }

    private static ReliabilityBin joined(List<ReliabilityBin> runs) {
        int instances = runs.stream().mapToInt(ReliabilityBin::instances).sum();
        double confidence = runs.stream()
                .mapToDouble(bin -> bin.instances() * bin.confidence())
                .sum();
        double accuracy = runs.stream()
                .mapToDouble(bin -> bin.instances() * bin.accuracy())
                .sum();
        return new ReliabilityBin(instances, confidence / Math.max(1, instances), accuracy / Math.max(1, instances));
    }

    private static Element plot(List<ReliabilityBin> bins, String style) {
        Frame frame = new Frame(SIZE, SIZE, "accuracy against confidence");
        Axis across = frame.across(0, 1);
        Axis up = frame.up(0, 1);
        frame.bottom(across, across.ticks(), Figures::round, "confidence").left(up, Figures::round, "accuracy");
        int most = bins.stream().mapToInt(ReliabilityBin::instances).max().orElse(1);
        for (int b = 0; b < bins.size(); b++) {
            ReliabilityBin bin = bins.get(b);
            double left = across.at((double) b / bins.size());
            double width = across.at((b + 1.0) / bins.size()) - left;
            double top = up.at(bin.accuracy());
            frame.svg()
                    .add(Frame.rectangle("share " + style, left + 1, top, width - 2, up.at(0) - top)
                            .with("fill-opacity", 0.2 + 0.7 * Math.sqrt((double) bin.instances() / most))
                            .add(Element.of("title").text(bin.instances() + " predictions")));
        }
        frame.svg().add(Frame.line("diagonal", across.at(0), up.at(0), across.at(1), up.at(1)));
        return frame.svg();
    }
}
