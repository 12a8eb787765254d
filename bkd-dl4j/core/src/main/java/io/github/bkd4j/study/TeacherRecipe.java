package io.github.bkd4j.study;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.LogitAdjusted;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.teacher.CorpusLogits;
import io.github.bkd4j.teacher.CrossFitted;
import io.github.bkd4j.teacher.NgramRegression;
import io.github.bkd4j.teacher.Teacher;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
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
    private final @Nullable Recipe recipe; // null if given
    private final BiFunction<Trainer, TeacherObjective, TrainedTeacher> teaching;

    /**
     * A teacher of any kind.
     *
     * @param name a short name for provenance
     * @param settings everything that the teacher depends on besides splits and seed: kept results are known by it
     * @param recipe trains it
     * @return a teacher that is trained
     */
    public static TeacherRecipe of(String name, Function<TeacherObjective, Fingerprint> settings, Recipe recipe) {
        return new TeacherRecipe(name, settings, recipe, (trainer, objective) -> {
            long start = System.nanoTime();
            Teacher<String> teacher = Teacher.of(name, recipe.train(trainer, objective));
            return TrainedTeacher.of(
                            objective.system(), teacher, trainer.splits().train())
                    .since(start);
        });
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
                name,
                objective -> trial.apply(objective).fingerprint(),
                (trainer, objective) -> trainer.train(trial.apply(objective)).classifier());
    }

    /**
     * A regression on words and parts of words; post-hoc logit adjustment makes up for the logit-adjusted loss.
     *
     * @return a teacher that is trained
     */
    public static TeacherRecipe linear() {
        NgramRegression regression = NgramRegression.usual();
        Function<TeacherObjective, Fingerprint> settings =
                objective -> Fingerprint.of().with("regression", regression).with("objective", objective);
        return of("linear", settings, (trainer, objective) -> {
            Corpus<String> training = trainer.splits().train();
            training.requireAtLeastTwoClasses("the training split");
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
     * @param members at least one, each trained, none cross-fitted
     * @return a teacher that is trained; its training throws {@link IllegalArgumentException} if a member is given
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
                                .map(member ->
                                        Teacher.of(member.name, member.trained().train(trainer, objective)))
                                .collect(Collectors.toList())));
    }

    /**
     * A teacher that is there already: the same for every objective, split and seed.
     *
     * @param teacher predicts for any text
     * @param content everything that its predictions depend on
     * @return a teacher that is not trained
     */
    public static TeacherRecipe given(Teacher<String> teacher, Fingerprint content) {
        return new TeacherRecipe(
                teacher.name(),
                objective -> content,
                null,
                (trainer, objective) -> TrainedTeacher.of(
                        TeacherObjective.CROSS_ENTROPY.system(),
                        teacher,
                        trainer.splits().train()));
    }

    /**
     * Logits that are there already, for the training texts of a study alone.
     *
     * @param logits of a teacher
     * @param content everything that they depend on
     * @return a teacher that is not trained
     */
    public static TeacherRecipe given(CorpusLogits<String> logits, Fingerprint content) {
        TrainedTeacher teacher = new TrainedTeacher(
                TeacherObjective.CROSS_ENTROPY.system(), logits, Optional.empty(), 0, OptionalLong.empty());
        return new TeacherRecipe(logits.name(), objective -> content, null, (trainer, objective) -> teacher);
    }

    /**
     * The same, trained once per fold of the training split, so that it labels no text that it has seen: see
     * {@link CrossFitted}. Its training throws {@link IllegalArgumentException} if there are more folds than training
     * texts.
     *
     * @param folds at least 2
     * @param seed of the deal into folds
     * @return a teacher that is trained
     * @throws IllegalArgumentException if this teacher is not trained
     */
    public TeacherRecipe crossFitted(int folds, long seed) {
        Recipe part = trained();
        return new TeacherRecipe(
                name,
                objective -> fingerprint(objective).with("folds", folds).with("seed of folds", seed),
                part,
                (trainer, objective) -> {
                    long start = System.nanoTime();
                    CrossFitted<String> fitted = CrossFitted.of(
                            name, folds, seed, splits -> part.train(trainer.on(splits), objective), trainer.splits());
                    fitted.about(trainer.splits().train());
                    return new TrainedTeacher(
                                    objective.system(),
                                    fitted,
                                    Optional.of(fitted.mean().remembering()),
                                    0,
                                    OptionalLong.empty())
                            .since(start);
                });
    }

    private Recipe trained() {
        if (recipe == null) {
            throw new IllegalArgumentException("teacher must be trained but " + name + " is given");
        }
        return recipe;
    }

    /**
     * Whether a study trains it.
     *
     * @return false for one that is given
     */
    public boolean isTrained() {
        return recipe != null;
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
     * Trains it unless it is given, and lets it label the training split.
     *
     * @param trainer has splits and seed
     * @param objective what it is trained for
     * @return the teacher
     */
    public TrainedTeacher teach(Trainer trainer, TeacherObjective objective) {
        return teaching.apply(trainer, objective);
    }
}
