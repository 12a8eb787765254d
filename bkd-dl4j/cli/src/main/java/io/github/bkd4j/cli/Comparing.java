package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
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

    private final Trainer trainer;
    private final Teachers teachers;
    private final RunStore store;
    private final Function<Contender, Learner> learner;
    private final Function<Taught, List<String>> unlabelled;
    private final Function<String, Contender> contenders;
    private final Map<String, Run> runs = new LinkedHashMap<>();

    /** A system's name without what is done after the training. */
    static String base(String system) {
        return system.endsWith(ADJUSTED) ? system.substring(0, system.length() - ADJUSTED.length()) : system;
    }

    /** Scores every system from every seed, below the teachers that they had. */
    Evaluation<String> evaluate(Evaluation<String> evaluation, List<String> systems, int seeds) {
        systems.stream()
                .map(name -> contenders.apply(base(name)))
                .filter(Contender::needsTeacher)
                .forEach(teachers::of);
        Evaluation<String> scored = evaluation;
        for (Taught taught : teachers.all()) {
            scored = taught.scored(scored, trainer.seed());
        }
        ClassCounts training = trainer.splits().train().counts();
        for (int i = 0; i < seeds; i++) {
            for (String system : systems) {
                Run run = run(base(system), trainer.seed() + i);
                scored = system.endsWith(ADJUSTED)
                        ? run.scoredAdjusted(scored, system, training)
                        : run.scored(scored, system);
            }
        }
        return scored;
    }

    private Run run(String name, long seed) {
        return runs.computeIfAbsent(name + " " + seed, id -> {
            Contender contender = contenders.apply(name);
            String key = key(contender, seed);
            if (store.has(key)) {
                trainer.err().println(name + ", seed " + seed + ": kept from an earlier run");
            }
            return store.get(key, () -> trained(contender, seed));
        });
    }

    /** Everything that a run depends on besides the test set. */
    private String key(Contender contender, long seed) {
        String alone = Version.own() + ": " + contender + " by " + learner.apply(contender) + " seed " + seed + " of "
                + Corpus.fingerprint(trainer.splits().train());
        if (!contender.needsTeacher()) {
            return alone;
        }
        Taught taught = teachers.of(contender);
        return alone + " teacher " + taught.key() + " and "
                + unlabelled.apply(taught).hashCode();
    }

    private Run trained(Contender contender, long seed) {
        Learner student = learner.apply(contender);
        Trainer own = trainer.from(seed);
        Training training = contender.needsTeacher()
                ? own.distill(student, contender, teachers.of(contender), unlabelled.apply(teachers.of(contender)))
                : own.train(contender.name(), student, contender.objective());
        return new Run(
                training.predictor().predict(trainer.splits().test()),
                training.seconds(),
                training.classifier().parameters(),
                training.history());
    }

    /** What the epochs of each run did. */
    List<History> histories() {
        return runs.values().stream().map(Run::history).toList();
    }

    /** Where the results come from. */
    Map<String, String> provenance(String testFingerprint) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("bkd version", Version.own());
        teachers.all().forEach(taught -> entries.put(taught.system(), taught.key()));
        entries.put("student", learner.apply(contenders.apply("ce")).toString());
        entries.put("training fingerprint", Corpus.fingerprint(trainer.splits().train()));
        entries.put("test fingerprint", testFingerprint);
        return entries;
    }
}
