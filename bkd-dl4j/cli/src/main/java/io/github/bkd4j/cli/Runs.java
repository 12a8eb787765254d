package io.github.bkd4j.cli;

import java.util.List;
import java.util.function.Function;

/**
 * Trains students by the same teachers, and asks them about the test split; what is kept is not trained again.
 *
 * @param trainer on the splits
 * @param teachers of these splits
 * @param store where finished runs are kept
 * @param unlabelled texts for a teacher alone
 */
record Runs(Trainer trainer, Teachers teachers, RunStore store, Function<Taught, List<String>> unlabelled) {

    /** The run of a way to train, from a seed. */
    Outcome of(Contender contender, Learner learner, long seed) {
        String key = key(contender, learner, seed);
        if (store.has(key)) {
            trainer.err().println(contender.name() + ", seed " + seed + ": kept from an earlier run");
        }
        return store.get(key, () -> trained(contender, learner, seed));
    }

    /** Whether that run is kept. */
    boolean has(Contender contender, Learner learner, long seed) {
        return store.has(key(contender, learner, seed));
    }

    /** Everything that a run depends on besides the test set. */
    private String key(Contender contender, Learner learner, long seed) {
        String alone = Version.own() + ": " + contender + " by " + learner + " seed " + seed + " of "
                + trainer.splits().train().fingerprint();
        if (!contender.needsTeacher()) {
            return alone;
        }
        Taught taught = teachers.of(contender);
        return alone + " teacher " + taught.key() + " and "
                + unlabelled.apply(taught).hashCode();
    }

    private Outcome trained(Contender contender, Learner learner, long seed) {
        Trainer own = trainer.from(seed);
        Training training = contender.needsTeacher()
                ? own.distill(learner, contender, teachers.of(contender), unlabelled.apply(teachers.of(contender)))
                : own.train(contender.name(), learner, contender.objective());
        return new Outcome(
                training.predictor().predict(trainer.splits().test().instances()),
                training.seconds(),
                training.classifier().parameters(),
                training.history());
    }
}
