package io.github.bkd4j.report;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.balance.Partition;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The page of an inspection. */
final class InspectionPage {

    private static final int EXAMPLES = 20;
    private static final int CHARACTERS = 200;
    private static final int LENGTHS = 40; // bars, the last of all longer texts

    private InspectionPage() {}

    static String of(Inspection inspection) {
        TextFacts facts = inspection.facts(inspection.training());
        return new Page("bkd inspect")
                .lead(inspection.summary() + ".")
                .section("Classes", inspection.shots() + ".", classSizes(inspection))
                .facts("Texts", inspection.facts())
                .section("Lengths", "Training texts by number of words.", lengths(facts))
                .section(
                        "Texts with several labels",
                        "At most one of these labels can be learned; case and white space aside, the texts are equal.",
                        ambiguous(facts.ambiguous()))
                .section(
                        "Test texts that training has seen",
                        "What a system can know by heart says nothing of what it has understood.",
                        leaked(inspection, facts))
                .section("Every class", "The largest first.", everyClass(inspection))
                .toString();
    }

    private static List<Element> classSizes(Inspection inspection) {
        List<Element> content = new ArrayList<>();
        content.add(Element.of("p", "legend")
                .add(Partition.THIRDS.groups().stream()
                        .map(third -> Element.of("span", "key " + third).text(third.toString()))
                        .toList()));
        content.addAll(Page.inTwoSizes((width, height) -> classSizes(inspection, width, height), 320, 260));
        return content;
    }

    private static Element classSizes(Inspection inspection, double width, double height) {
        ClassCounts counts = inspection.training().counts();
        Frame frame = new Frame(width, height, "texts of each class, the largest first");
        Axis across = frame.across(0, counts.classes());
        Axis up = frame.up(0, Math.max(1.0, (double) counts.stream().max().orElse(1)));
        frame.bottom(across, List.of(), Figures::round, "classes, the largest first")
                .left(up, Figures::round);
        List<Integer> ranking = counts.ranking();
        for (int rank = 0; rank < ranking.size(); rank++) {
            int c = ranking.get(rank);
            String third = inspection.third(c).map(Group::toString).orElse("middle");
            frame.svg()
                    .add(bar(across, up, rank, (double) counts.count(c), third)
                            .add(Element.of("title")
                                    .text(Words.cut(counts.labels().get(c), 60) + ": " + counts.count(c))));
        }
        return frame.svg();
    }

    private static Element bar(Axis across, Axis up, int place, double value, String style) {
        double step = across.at(1) - across.at(0);
        return Frame.rectangle(
                "bar " + style, across.at(place) + step * 0.08, up.at(value), step * 0.84, up.at(0) - up.at(value));
    }

    private static List<Element> lengths(TextFacts facts) {
        return Page.inTwoSizes((width, height) -> lengths(facts.lengths(), width, height), 240, 220);
    }

    private static Element lengths(int[] lengths, double width, double height) {
        int longest = Arrays.stream(lengths).max().orElse(0);
        int step = 1 + longest / LENGTHS;
        int[] bars = new int[longest / step + 1]; // [lengths / step]
        Arrays.stream(lengths).forEach(length -> bars[length / step]++);
        Frame frame = new Frame(width, height, "texts by number of words");
        Axis across = frame.across(0, (double) bars.length * step);
        Axis up = frame.up(0, Math.max(1, Arrays.stream(bars).max().orElse(1)));
        frame.bottom(across, across.ticks(), Figures::round, "words").left(up, Figures::round);
        Axis places = frame.across(0, bars.length);
        frame.svg()
                .add(IntStream.range(0, bars.length)
                        .mapToObj(place -> bar(places, up, place, bars[place], "head"))
                        .toList());
        return frame.svg();
    }

    private static List<Element> ambiguous(Map<String, Set<String>> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        List<String> first = new ArrayList<>(List.of("text"));
        List<String> second = new ArrayList<>(List.of("labels"));
        texts.entrySet().stream().limit(EXAMPLES).forEach(entry -> {
            first.add(Words.cut(entry.getKey(), CHARACTERS));
            second.add(Words.cut(String.join(", ", entry.getValue()), CHARACTERS));
        });
        return List.of(Element.of("div", "texts").add(HtmlTable.of(List.of(first, second), 2)));
    }

    private static List<Element> leaked(Inspection inspection, TextFacts training) {
        return inspection.test().map(test -> leaked(inspection, test, training)).orElse(List.of());
    }

    private static List<Element> leaked(Inspection inspection, Corpus<String> test, TextFacts training) {
        TextFacts facts = inspection.facts(test);
        List<Integer> seen = facts.alsoIn(training);
        if (seen.isEmpty()) {
            return List.of();
        }
        List<List<String>> columns = List.of(
                new ArrayList<>(List.of("text")),
                new ArrayList<>(List.of("label")),
                new ArrayList<>(List.of("label in training")));
        for (int i : seen.subList(0, Math.min(EXAMPLES, seen.size()))) {
            columns.get(0).add(Words.cut(test.instances().get(i), CHARACTERS));
            columns.get(1).add(Words.cut(test.labels().get(test.classOf(i)), 40));
            columns.get(2).add(facts.agrees(i, training) ? "the same" : "another");
        }
        return List.of(Element.of("div", "texts").add(HtmlTable.of(columns, 3)));
    }

    private static List<Element> everyClass(Inspection inspection) {
        return List.of(Element.of("details")
                .add(Element.of("summary").text(inspection.training().labels().size() + " classes"))
                .add(HtmlTable.of(inspection.classes())));
    }
}
