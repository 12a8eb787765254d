package io.github.bkd4j.report;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.balance.Partition;
import io.github.bkd4j.balance.ShotGroups;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.evaluate.Correctness;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.SystemScores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One class of the test set, under every system.
 *
 * @param label its name
 * @param training training instances, at least 1
 * @param test test instances, at least 1
 * @param third head, middle or tail
 * @param recalls by system, in order of first appearance; means over the seeds
 */
record ClassRow(String label, long training, long test, Group third, Map<String, Double> recalls) {

    /** The classes that both training and the test set know, the largest in training first. */
    static List<ClassRow> of(Evaluation<?> evaluation) {
        Map<String, Correctness> systems = new LinkedHashMap<>();
        for (String name : evaluation.systems()) {
            SystemScores system = evaluation.system(name);
            systems.put(name, system.correctness());
        }
        ShotGroups groups = ShotGroups.of(evaluation.training());
        ClassCounts test = evaluation.test().counts();
        return Partition.THIRDS.groups().stream()
                .flatMap(third -> groups.classes(third).stream()
                        .flatMap(c -> row(evaluation.training(), c, third, test, systems)))
                .toList();
    }

    private static Stream<ClassRow> row(
            ClassCounts training, int c, Group third, ClassCounts test, Map<String, Correctness> systems) {
        String label = training.labels().get(c);
        int inTest = test.labels().indexOf(label);
        if (inTest < 0 || test.count(inTest) == 0) {
            return Stream.empty();
        }
        Map<String, Double> recalls = new LinkedHashMap<>();
        systems.forEach((name, correctness) ->
                recalls.put(name, correctness.recall(inTest).orElseThrow()));
        return Stream.of(new ClassRow(label, training.count(c), test.count(inTest), third, recalls));
    }

    double recall(String system) {
        Double recall = recalls.get(system);
        if (recall == null) {
            throw new IllegalArgumentException("system must be one of " + recalls.keySet() + " but was " + system);
        }
        return recall;
    }

    double change(String system, String rival) {
        return recall(system) - recall(rival);
    }
}
