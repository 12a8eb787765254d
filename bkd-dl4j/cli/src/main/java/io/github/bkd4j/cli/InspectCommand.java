package io.github.bkd4j.cli;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.balance.ShotGroups;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.report.MarkdownTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how long the tail of a corpus is. */
@Command(
        name = "inspect",
        description = {"Show the classes of a corpus: how many texts each has, and how long the tail is.", ""})
final class InspectCommand implements Callable<Integer> {

    private static final List<Group> SHOTS = List.of(Group.MANY, Group.MEDIUM, Group.FEW);
    private static final List<Group> THIRDS = List.of(Group.HEAD, Group.MIDDLE, Group.TAIL);

    @Parameters(paramLabel = "DATA", description = "The corpus.")
    private Path data = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        ClassCounts counts = Corpus.read(data).counts();
        ShotGroups groups = ShotGroups.of(counts);
        PrintWriter out = spec.commandLine().getOut();
        out.println(summary(counts));
        out.println(shots(groups));
        out.println();
        out.println(table(counts, groups));
        return 0;
    }

    private static String summary(ClassCounts counts) {
        return String.format(
                Locale.ROOT,
                "%,d texts, %d classes, imbalance factor %.1f (the largest class over the smallest)",
                counts.total(),
                counts.classes(),
                counts.imbalanceFactor());
    }

    private static String shots(ShotGroups groups) {
        return SHOTS.stream()
                .map(group -> groups.classes(group).size() + " " + group)
                .collect(Collectors.joining(
                        ", ", "classes by number of texts (many > 100, medium 20-100, few < 20): ", ""));
    }

    private static String table(ClassCounts counts, ShotGroups groups) {
        return MarkdownTable.of(List.of(
                column("class", counts, c -> counts.labels().get(c)),
                column("texts", counts, c -> Long.toString(counts.count(c))),
                column("shots", counts, c -> groupOf(groups, SHOTS, c)),
                column("third", counts, c -> groupOf(groups, THIRDS, c))));
    }

    private static List<String> column(String title, ClassCounts counts, Function<Integer, String> cell) {
        return Stream.concat(Stream.of(title), counts.ranking().stream().map(cell))
                .toList();
    }

    private static String groupOf(ShotGroups groups, List<Group> among, int c) {
        return among.stream()
                .filter(group -> groups.classes(group).contains(c))
                .map(Group::toString)
                .findFirst()
                .orElse("-");
    }
}
