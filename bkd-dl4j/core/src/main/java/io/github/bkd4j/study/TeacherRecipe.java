package io.github.bkd4j.study;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.LogitAdjusted;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.teacher.NgramRegression;
import io.github.bkd4j.teacher.Teacher;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * How the teacher of a study comes about: trained on the splits of the study, once for each {@link TeacherObjective}
 * that a trial needs, or given ready-made.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class TeacherRecipe {

    /** Trains a teacher. */
    @FunctionalInterface
    public interface Recipe {

        /**
         * Trains on the training split; the test split is not looked at.
         *
         * @param trainer has the splits and the seed, and tells the study's listener
         * @param objective what the teacher is trained for
         * @return the teacher
         */
        Predictor<String> train(Trainer trainer, TeacherObjective objective);
    }

    private final String name;
    private final Function<TeacherObjective, Fingerprint> settings;
    private final Recipe recipe;
    private final @Nullable TrainedTeacher given;

    /**
     * A teacher of any kind.
     *
     * @param name a short name for provenance
     * @param settings everything that the teacher depends on besides splits and seed: kept results are known by it
     * @param recipe trains it
     * @return a teacher that is trained
     */
    public static TeacherRecipe of(String name, Function<TeacherObjective, Fingerprint> settings, Recipe recipe) {
        return new TeacherRecipe(name, settings, recipe, null);
    }

    /**
     * A network that learns from the labels.
     *
     * @param name a short name for provenance
     * @param trial its training; the trial's objective needs no teacher
     * @return a teacher that is trained
     */
    public static TeacherRecipe network(String name, Function<TeacherObjective, Trial> trial) {
        return of(
                name, objective -> trial.apply(objective).fingerprint(), (trainer, objective) -> trainer.train(
                                trial.apply(objective))
                        .classifier());
    }

    /**
     * A regression on words and parts of words; post-hoc logit adjustment makes up for the logit-adjusted loss. Its
     * training throws {@link IllegalArgumentException} if there are not texts of two classes.
     *
     * @return a teacher that is trained
     */
    public static TeacherRecipe linear() {
        NgramRegression regression = NgramRegression.usual();
        Function<TeacherObjective, Fingerprint> settings = objective -> Fingerprint.of()
                .with("regression", String.valueOf(regression))
                .with("objective", objective);
        return of("linear", settings, (trainer, objective) -> {
            Corpus<String> training = trainer.splits().train();
            Predictor<String> plain = regression.fit(training);
            return objective == TeacherObjective.LOGIT_ADJUSTED
                    ? new LogitAdjusted<>(plain, training.counts(), 1)
                    : plain;
        });
    }

    /**
     * Several teachers as one: the mean of their probabilities.
     *
     * @param name a short name for provenance
     * @param members at least one, each trained
     * @return a teacher that is trained
     */
    public static TeacherRecipe ensemble(String name, List<TeacherRecipe> members) {
        return of(
                name,
                objective -> Fingerprint.of()
                        .with(
                                "members",
                                members.stream()
                                        .map(member -> member.fingerprint(objective))
                                        .toList()),
                (trainer, objective) -> Teacher.ensemble(
                        "ensemble",
                        members.stream()
                                .map(member -> Teacher.of(member.name, member.recipe.train(trainer, objective)))
                                .collect(Collectors.toList())));
    }

    /**
     * A teacher that is there already: the same for every objective, split and seed.
     *
     * @param teacher predicts for the training texts at least
     * @param content everything that its predictions depend on
     * @return a teacher that is not trained
     */
    public static TeacherRecipe given(TrainedTeacher teacher, Fingerprint content) {
        return new TeacherRecipe(
                teacher.teacher().name(),
                objective -> content,
                (trainer, objective) -> teacher.teacher(),
                teacher);
    }

    /**
     * The same, trained once per fold of the training split, so that it predicts for no text that it has seen: see
     * {@link Teacher#crossFitted}. Its training throws {@link IllegalArgumentException} if there are more folds than
     * training texts.
     *
     * @param folds at least 2
     * @param seed of the deal into folds
     * @return a teacher that is trained
     */
    public TeacherRecipe crossFitted(int folds, long seed) {
        return of(
                name,
                objective -> fingerprint(objective).with("folds", folds).with("seed of folds", seed),
                (trainer, objective) -> Teacher.crossFitted(
                        name, folds, seed, part -> recipe.train(trainer.on(part), objective), trainer.splits()));
    }

    /**
     * Whether a study trains it.
     *
     * @return false for a {@link #given} one
     */
    public boolean isTrained() {
        return given == null;
    }

    /**
     * Everything that it depends on, besides splits and seed if it is trained.
     *
     * @param objective what it is trained for
     * @return what kept results are known by
     */
    public Fingerprint fingerprint(TeacherObjective objective) {
        return settings.apply(objective);
    }

    /**
     * Trains it, and lets it label the training split.
     *
     * @param trainer has splits and seed
     * @param objective what it is trained for
     * @return the teacher
     */
    public TrainedTeacher teach(Trainer trainer, TeacherObjective objective) {
        if (given != null) {
            return given;
        }
        long start = System.nanoTime();
        Teacher<String> teacher = Teacher.of(name, recipe.train(trainer, objective));
        teacher.predict(trainer.splits().train());
        return new TrainedTeacher(
                objective.system(),
                teacher,
                (System.nanoTime() - start) / 1e9,
                teacher.classifier().stream().mapToLong(Classifier::parameters).findFirst(),
                true);
    }
}
