package io.github.bkd4j.report;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.balance.Partition;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Overlap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The page of an inspection. */
final class InspectionPage {

    private static final int EXAMPLES = 20;
    private static final int CHARACTERS = 200;
    private static final int LABEL = 40; // characters
    private static final int LENGTHS = 40; // bars, the last of all longer texts

    private InspectionPage() {}

    static String of(Inspection inspection) {
        return new Page("bkd inspect")
                .lead(inspection.summary() + ".")
                .section("Classes", inspection.shots() + ".", classSizes(inspection))
                .facts("Texts", inspection.facts())
                .section(
                        "Lengths",
                        "Training texts by number of words.",
                        lengths(inspection.facts(inspection.training())))
                .section(
                        "Labels that look alike",
                        "They differ only in case, white space or dashes, and are classes of their own.",
                        lookAlikes(inspection.check().lookAlikes()))
                .section(
                        "Texts with several labels",
                        "At most one of these labels can be learned; white space aside, the texts are equal.",
                        severalLabels(inspection.check().severalLabels()))
                .section(
                        "Test texts that training has seen",
                        "What a system can know by heart says nothing of what it has understood.",
                        inspection
                                .overlap()
                                .map(its -> seen(inspection, its, its.same()))
                                .orElse(List.of()))
                .section(
                        "Test texts with the words of one in training",
                        "Near-duplicates: the same words, in whatever order, number and case.",
                        inspection
                                .overlap()
                                .map(its -> seen(inspection, its, its.near()))
                                .orElse(List.of()))
                .section(
                        "Test classes that training lacks",
                        "No system can be right about their texts.",
                        inspection.overlap().map(InspectionPage::unseen).orElse(List.of()))
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

    static List<Element> lengths(TextFacts facts) {
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

    private static List<Element> lookAlikes(List<ClassCounts> groups) {
        List<List<String>> columns = columns("label", "texts");
        groups.stream().limit(EXAMPLES).forEach(group -> {
            for (int c = 0; c < group.classes(); c++) {
                columns.get(0).add(Words.cut(group.labels().get(c), CHARACTERS));
                columns.get(1).add(Long.toString(group.count(c)));
            }
        });
        return table(columns, 1);
    }

    private static List<Element> severalLabels(Map<String, Set<String>> texts) {
        List<List<String>> columns = columns("text", "labels");
        texts.entrySet().stream().limit(EXAMPLES).forEach(entry -> {
            columns.get(0).add(Words.cut(entry.getKey(), CHARACTERS));
            columns.get(1).add(Words.cut(String.join(", ", entry.getValue()), CHARACTERS));
        });
        return table(columns, 2);
    }

    private static List<Element> seen(Inspection inspection, Overlap overlap, List<Overlap.Seen> seen) {
        List<List<String>> columns = columns("text", "in training", "label", "label in training");
        Corpus<String> test = overlap.heldOut();
        for (Overlap.Seen text : seen.subList(0, Math.min(EXAMPLES, seen.size()))) {
            columns.get(0).add(Words.cut(test.instances().get(text.row()), CHARACTERS));
            columns.get(1).add(Words.cut(inspection.training().instances().get(text.trainingRow()), CHARACTERS));
            columns.get(2).add(Words.cut(test.labels().get(test.classOf(text.row())), LABEL));
            columns.get(3).add(text.sameLabel() ? "the same" : "another");
        }
        return table(columns, 4);
    }

    private static List<Element> unseen(Overlap overlap) {
        ClassCounts counts = overlap.heldOut().counts();
        List<List<String>> columns = columns("label", "test texts");
        overlap.unseenLabels().stream().limit(EXAMPLES).forEach(label -> {
            columns.get(0).add(Words.cut(label, CHARACTERS));
            columns.get(1).add(Long.toString(counts.count(counts.labels().indexOf(label))));
        });
        return table(columns, 1);
    }

    private static List<List<String>> columns(String... titles) {
        return Stream.of(titles)
                .<List<String>>map(title -> new ArrayList<>(List.of(title)))
                .toList();
    }

    /** Columns, the first ones of words; nothing if there is no row. */
    private static List<Element> table(List<List<String>> columns, int ofWords) {
        return columns.get(0).size() == 1
                ? List.of()
                : List.of(Element.of("div", "texts").add(HtmlTable.of(columns, ofWords)));
    }

    private static List<Element> everyClass(Inspection inspection) {
        return List.of(Element.of("details")
                .add(Element.of("summary").text(inspection.training().labels().size() + " classes"))
                .add(HtmlTable.of(inspection.classes())));
    }
}
