package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.report.History;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;

/** Trains one student after the other by one teacher, and scores them. For one comparison. */
@RequiredArgsConstructor
final class Comparing {

    private static final String ADJUSTED = "+pla";

    private final Runs runs;
    private final Function<Contender, Learner> learner;
    private final Function<String, Contender> contenders;
    private final Map<String, Outcome> finished = new LinkedHashMap<>();

    /** A system's name without what is done after the training. */
    static String base(String system) {
        return system.endsWith(ADJUSTED) ? system.substring(0, system.length() - ADJUSTED.length()) : system;
    }

    /** Scores every system from every seed, below the teachers that they had. */
    Evaluation<String> evaluate(Evaluation<String> evaluation, List<String> systems, int seeds) {
        systems.stream()
                .map(name -> contenders.apply(base(name)))
                .filter(Contender::needsTeacher)
                .forEach(runs.teachers()::of);
        Evaluation<String> scored = evaluation;
        for (Taught taught : runs.teachers().all()) {
            scored = taught.scored(scored, runs.trainer().seed());
        }
        ClassCounts training = runs.trainer().splits().train().counts();
        for (int i = 0; i < seeds; i++) {
            for (String system : systems) {
                Outcome run = run(base(system), runs.trainer().seed() + i);
                scored = system.endsWith(ADJUSTED)
                        ? run.scoredAdjusted(scored, system, training)
                        : run.scored(scored, system);
            }
        }
        return scored;
    }

    private Outcome run(String name, long seed) {
        Contender contender = contenders.apply(name);
        return finished.computeIfAbsent(name + " " + seed, id -> runs.of(contender, learner.apply(contender), seed));
    }

    /** What the epochs of each run did. */
    List<History> histories() {
        return finished.values().stream().map(Outcome::history).toList();
    }

    /** Where the results come from. */
    Map<String, String> provenance(String testFingerprint) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("bkd version", Version.own());
        runs.teachers().all().forEach(taught -> entries.put(taught.system(), taught.key()));
        entries.put("student", learner.apply(contenders.apply("ce")).toString());
        entries.put("training fingerprint", runs.trainer().splits().train().fingerprint());
        entries.put("test fingerprint", testFingerprint);
        return entries;
    }
}
