package io.github.bkd4j.cli;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.balance.ShotGroups;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how long the tail of a corpus is. */
@Command(
        name = "inspect",
        description = "Show the classes of a corpus: how many texts each has, and how long the tail is.",
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {

    private static final List<Group> SHOTS = List.of(Group.MANY, Group.MEDIUM, Group.FEW);
    private static final List<Group> THIRDS = List.of(Group.HEAD, Group.MIDDLE, Group.TAIL);

    @Parameters(paramLabel = "DATA", description = "The corpus; see 'bkd --help' for its form.")
    private Path data = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Corpus<String> corpus = Corpus.read(data);
        ClassCounts counts = corpus.counts();
        ShotGroups groups = ShotGroups.of(counts);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%,d texts, %d classes, imbalance factor %.1f%n",
                counts.total(),
                counts.classes(),
                counts.imbalanceFactor());
        out.println(SHOTS.stream()
                .map(group -> groups.classes(group).size() + " " + group)
                .collect(Collectors.joining(
                        ", ", "classes by number of texts (many > 100, medium 20-100, few < 20): ", "")));
        out.println();
        out.println("| class | texts | shots | third |");
        out.println("|---|--:|---|---|");
        for (int c : counts.ranking()) {
            out.printf(
                    Locale.ROOT,
                    "| %s | %d | %s | %s |%n",
                    counts.labels().get(c),
                    counts.count(c),
                    groupOf(groups, SHOTS, c),
                    groupOf(groups, THIRDS, c));
        }
        return 0;
    }

    private static String groupOf(ShotGroups groups, List<Group> among, int c) {
        return among.stream()
                .filter(group -> groups.classes(group).contains(c))
                .map(Group::toString)
                .findFirst()
                .orElse("-");
    }
}
