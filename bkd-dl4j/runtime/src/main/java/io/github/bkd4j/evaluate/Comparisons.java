package io.github.bkd4j.evaluate;

import io.github.bkd4j.balance.Group;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One system against its rivals: raw tests, then Holm's correction of each figure over the rivals. */
final class Comparisons {

    private Comparisons() {}

    static List<Comparison> of(SystemScores system, List<SystemScores> rivals) {
        List<Difference> balanced = corrected(rivals.stream()
                .map(rival -> PairedTest.of(system.correctness(), rival.correctness()))
                .toList());
        Map<Group, List<Difference>> groups = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            system.correctness(group).ifPresent(own -> groups.put(group, corrected(ofGroup(own, rivals, group))));
        }
        List<Optional<Difference>> accuracies = accuracies(system, rivals);
        return IntStream.range(0, rivals.size())
                .mapToObj(i -> new Comparison(
                        system.system(), rivals.get(i).system(), balanced.get(i), row(groups, i), accuracies.get(i)))
                .toList();
    }

    private static List<PairedTest> ofGroup(Correctness own, List<SystemScores> rivals, Group group) {
        return rivals.stream()
                .map(rival -> PairedTest.of(own, rival.correctness(group).orElseThrow()))
                .toList();
    }

    private static List<Difference> corrected(List<PairedTest> tests) {
        List<Double> pValues =
                Holm.adjusted(tests.stream().map(PairedTest::pValue).toList());
        return IntStream.range(0, tests.size())
                .mapToObj(i -> new Difference(
                        tests.get(i).difference(), pValues.get(i), tests.get(i).pValue()))
                .toList();
    }

    private static Map<Group, Difference> row(Map<Group, List<Difference>> groups, int rival) {
        Map<Group, Difference> row = new EnumMap<>(Group.class);
        groups.forEach((group, differences) -> row.put(group, differences.get(rival)));
        return row;
    }

    /** Those of rivals with one run, if the system has one run too. */
    private static List<Optional<Difference>> accuracies(SystemScores system, List<SystemScores> rivals) {
        List<SystemScores> single = rivals.stream()
                .filter(rival -> isSingle(system) && isSingle(rival))
                .toList();
        List<Difference> differences = corrected(
                single.stream().map(rival -> ofAccuracy(system, rival)).toList());
        return rivals.stream()
                .map(single::indexOf)
                .map(i -> i < 0 ? Optional.<Difference>empty() : Optional.of(differences.get(i)))
                .toList();
    }

    private static boolean isSingle(SystemScores system) {
        return system.runs().size() == 1;
    }

    private static PairedTest ofAccuracy(SystemScores system, SystemScores rival) {
        McNemar test = McNemar.of(system.correctness(), rival.correctness());
        return new PairedTest(test.difference(system.correctness().size()), test.pValue());
    }
}
