package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.report.History;
import java.util.ArrayList;
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
    private final Taught taught;
    private final RunStore store;
    private final Function<Contender, Learner> learner;
    private final List<String> unlabelled;
    private final Function<String, Contender> contenders;
    private final Map<String, Run> runs = new LinkedHashMap<>();

    /** A system's name without what is done after the training. */
    static String base(String system) {
        return system.endsWith(ADJUSTED) ? system.substring(0, system.length() - ADJUSTED.length()) : system;
    }

    /** Scores the teacher, if it can be asked, and every system from every seed. */
    Evaluation<String> evaluate(Evaluation<String> evaluation, List<String> systems, int seeds) {
        Evaluation<String> scored = taught.answersAll() ? teacherScored(evaluation) : evaluation;
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

    private Evaluation<String> teacherScored(Evaluation<String> evaluation) {
        return taught.parameters().isEmpty()
                ? evaluation.of("teacher", taught.teacher())
                : evaluation.of(
                        "teacher",
                        trainer.seed(),
                        taught.teacher(),
                        taught.seconds(),
                        taught.parameters().getAsLong());
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
        boolean taughtOne = contender.objective().needsTeacher();
        return Version.own() + ": " + contender + " by " + learner.apply(contender) + " seed " + seed + " of "
                + Corpus.fingerprint(trainer.splits().train())
                + (taughtOne ? " teacher " + taught.key() + " and " + unlabelled.hashCode() : "");
    }

    private Run trained(Contender contender, long seed) {
        Learner student = learner.apply(contender);
        Trainer own = trainer.from(seed);
        Training training = contender.objective().needsTeacher()
                ? own.distill(
                        contender.name(),
                        student,
                        contender.objective(),
                        contender.teacher(
                                taught.teacher(), trainer.splits().train().counts()),
                        unlabelled)
                : own.train(contender.name(), student, contender.objective());
        return new Run(
                training.predictor().predict(trainer.splits().test()),
                training.seconds(),
                training.classifier().parameters(),
                training.history());
    }

    /** What the epochs of each run did. */
    List<History> histories() {
        return new ArrayList<>(runs.values().stream().map(Run::history).toList());
    }

    /** Where the results come from. */
    Map<String, String> provenance(String testFingerprint) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("bkd version", Version.own());
        entries.put("teacher", taught.teacher().name());
        entries.put("student", learner.apply(contenders.apply("ce")).toString());
        entries.put("unlabelled texts", Integer.toString(unlabelled.size()));
        entries.put("training fingerprint", Corpus.fingerprint(trainer.splits().train()));
        entries.put("test fingerprint", testFingerprint);
        return entries;
    }
}
