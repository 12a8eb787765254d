package io.github.bkd4j.report;

import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.io.Checks;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The system that another one is compared with.
 *
 * @param name of the system
 * @param isBest whether it was chosen as the best of several students
 */
record Rival(String name, boolean isBest) {

    /** A system that was named. */
    static Rival of(String name) {
        return new Rival(name, false);
    }

    /** The student of the largest balanced accuracy, the first by name among equals: their order does not matter. */
    static Rival best(Evaluation<?> evaluation, List<String> students) {
        Checks.require(!students.isEmpty(), "rivals must be at least one student but were none");
        String best = Collections.min(
                students,
                Comparator.comparingDouble((String name) -> -balancedAccuracy(evaluation, name))
                        .thenComparing(Comparator.naturalOrder()));
        return new Rival(best, students.size() > 1);
    }

    private static double balancedAccuracy(Evaluation<?> evaluation, String name) {
        return evaluation.system(name).balancedAccuracy().estimate();
    }

    /** The name, and why it is this one. */
    String words() {
        return isBest ? name + ", the best of the other students by balanced accuracy" : name;
    }
}
