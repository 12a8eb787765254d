package io.github.bkd4j.study;

import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabelSplits;
import io.github.bkd4j.distill.MultiLabelDistillation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.MultiLabelEvaluation;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.network.TextArchitecture;
import io.github.bkd4j.objective.MultiLabelObjective;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.train.Schedule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * Where the teacher of students of label sets comes from: trained on the training split, once for each
 * {@link TeacherObjective} that a trial needs, or given ready-made. What {@link TeacherRecipe} is for one class per
 * text.
 *
 * <pre>{@code
 * MultiLabelTeacher teacher = MultiLabelTeacher.of(
 *         "head",
 *         objective -> Fingerprint.of().with("encoder", encoder).with("objective", objective),
 *         (training, objective, seed) ->
 *                 MultiLabelHead.tuned(0).fit(training, List.of(), encoder::embed, encoder::weight, seed));
 * }</pre>
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class MultiLabelTeacher {

    /** Trains a teacher that predicts for any text. */
    @FunctionalInterface
    public interface Recipe {

        /**
         * Trains on the training split; nothing else is looked at.
         *
         * @param training texts with their labels
         * @param objective what the teacher is trained for
         * @param seed of everything random
         * @return the teacher
         */
        Predictor<String> train(MultiLabelCorpus<String> training, TeacherObjective objective, long seed);
    }

    /**
     * A teacher at work.
     *
     * @param training logits of the training texts
     * @param any predicts for any text; empty where a file has the training texts alone
     */
    public record Taught(Logits training, Optional<Predictor<String>> any) {

        static Taught of(Predictor<String> teacher, MultiLabelCorpus<String> training) {
            Predictor<String> remembering = Teacher.of("teacher", teacher).remembering();
            return new Taught(remembering.predict(training.instances()), Optional.of(remembering));
        }

        /**
         * The logits of the training texts, and of others behind them.
         *
         * @param unlabelled more texts, in any number
         * @return one row per text
         * @throws IllegalArgumentException if there are more texts, but the teacher knows the training texts alone
         */
        public Logits and(List<String> unlabelled) {
            if (unlabelled.isEmpty()) {
                return training;
            }
            Predictor<String> others = any.orElseThrow(() -> new IllegalArgumentException(
                    "teacher of unlabelled texts must predict for any text but predicts for the training texts alone"));
            return training.and(others.predict(unlabelled));
        }
    }

    private final String name;
    private final Function<TeacherObjective, Fingerprint> settings;
    private final @Nullable Recipe recipe; // null if given
    private final Teaching teaching;

    /** Trains if need be, and labels the training texts. */
    @FunctionalInterface
    private interface Teaching {

        Taught teach(MultiLabelCorpus<String> training, TeacherObjective objective, long seed);
    }

    /**
     * A teacher that is trained.
     *
     * @param name a short name for provenance
     * @param settings everything that the teacher depends on besides split and seed: kept results are known by it
     * @param recipe trains it
     * @return the teacher
     */
    public static MultiLabelTeacher of(String name, Function<TeacherObjective, Fingerprint> settings, Recipe recipe) {
        return new MultiLabelTeacher(
                name,
                settings,
                recipe,
                (training, objective, seed) -> Taught.of(recipe.train(training, objective, seed), training));
    }

    /**
     * A network that learns from the labels: under binary cross-entropy, or logit-adjusted at tau 1.
     *
     * @param name a short name for provenance
     * @param network what is trained
     * @param schedule how long and how fast; all epochs, as it has no validation split
     * @return a teacher that is trained
     */
    public static MultiLabelTeacher network(String name, TextArchitecture network, Schedule schedule) {
        Schedule all = schedule.withPatience(0);
        return of(
                name,
                objective -> Fingerprint.of()
                        .with("network", network)
                        .with("objective", objective)
                        .with("schedule", all),
                (training, objective, seed) -> MultiLabelDistillation.of(network, onLabelSets(objective), all, seed)
                        .train(new MultiLabelSplits<>(training, training.rows(new int[0]), training.rows(new int[0]))));
    }

    private static MultiLabelObjective onLabelSets(TeacherObjective objective) {
        return switch (objective) {
            case CROSS_ENTROPY -> new MultiLabelObjective.CrossEntropy();
            case LOGIT_ADJUSTED -> new MultiLabelObjective.LogitAdjusted(1);
        };
    }

    /**
     * A teacher that is there already: the same for every objective, split and seed.
     *
     * @param name a short name for provenance
     * @param content everything that its predictions depend on
     * @param teacher predicts for any text
     * @return a teacher that is not trained
     */
    public static MultiLabelTeacher given(String name, Fingerprint content, Predictor<String> teacher) {
        return new MultiLabelTeacher(
                name, objective -> content, null, (training, objective, seed) -> Taught.of(teacher, training));
    }

    /**
     * Logits that are there already, for the training texts of a study alone.
     *
     * @param name a short name for provenance
     * @param content everything that they depend on
     * @param logits of a training split; refuses another one
     * @return a teacher that is not trained
     */
    public static MultiLabelTeacher ofTraining(
            String name, Fingerprint content, Function<MultiLabelCorpus<String>, Logits> logits) {
        return new MultiLabelTeacher(
                name,
                objective -> content,
                null,
                (training, objective, seed) -> new Taught(logits.apply(training), Optional.empty()));
    }

    /**
     * The same, trained once per fold of the training split, so that it labels no training text that it has seen. Other
     * texts are labelled by one more, trained on all of the split. The folds are those of
     * {@link io.github.bkd4j.corpus.MultiLabelFolds}. Its training throws
     * {@link io.github.bkd4j.corpus.CorpusException} if there are more folds than training texts.
     *
     * @param folds at least 2
     * @param foldsSeed of the deal into folds
     * @return a teacher that is trained
     * @throws IllegalArgumentException if this teacher is given, or the number is below 2
     */
    public MultiLabelTeacher crossFitted(int folds, long foldsSeed) {
        Recipe part = trained();
        Checks.atLeast("folds", 2, folds);
        return new MultiLabelTeacher(
                name,
                objective -> fingerprint(objective).with("folds", folds).with("seed of folds", foldsSeed),
                part,
                (training, objective, seed) -> {
                    MultiLabelCrossFitting dealt = MultiLabelCrossFitting.of("training", training, folds, foldsSeed);
                    Teacher<String> whole = Teacher.of(name, part.train(training, objective, seed));
                    return new Taught(heldOut(part, dealt, objective, seed), Optional.of(whole.remembering()));
                });
    }

    private static Logits heldOut(Recipe recipe, MultiLabelCrossFitting dealt, TeacherObjective objective, long seed) {
        List<MultiLabelSplits<String>> splits = dealt.splits();
        return dealt.logits(fold -> {
            MultiLabelSplits<String> parts = splits.get(fold);
            Logits logits = recipe.train(parts.train(), objective, seed)
                    .predict(parts.test().instances());
            logits.requireClassesOf(parts.train().labels());
            return logits;
        });
    }

    /**
     * Scores it before anything is distilled: on the training split, each text predicted by a teacher that was trained
     * on the other folds. Thresholds of a fold are chosen on the predictions for the others. Scores are those of all
     * folds together.
     *
     * @param training is dealt into the folds
     * @param objectives what it is trained for, each scored under its {@link TeacherObjective#system}
     * @param rule how thresholds are chosen
     * @param folds at least 2
     * @param seed of the trainings and of the deal into folds
     * @return the scores on the training split, with logits that are moved so that each threshold is 0.5
     * @throws io.github.bkd4j.corpus.CorpusException if there are more folds than texts
     * @throws IllegalArgumentException if this teacher is given, or the number of folds is below 2
     */
    public MultiLabelEvaluation<String> crossValidated(
            MultiLabelCorpus<String> training,
            List<TeacherObjective> objectives,
            ThresholdRule rule,
            int folds,
            long seed) {
        Recipe part = trained();
        Checks.atLeast("folds", 2, folds);
        MultiLabelCrossFitting dealt = MultiLabelCrossFitting.of("training", training, folds, seed);
        MultiLabelEvaluation<String> evaluation = MultiLabelEvaluation.on(training, training.counts());
        for (TeacherObjective objective : objectives) {
            Logits logits = heldOut(part, dealt, objective, seed);
            evaluation = dealt.scored(evaluation, objective.system(), OptionalLong.empty(), logits, rule);
        }
        return evaluation;
    }

    private Recipe trained() {
        if (recipe == null) {
            throw new IllegalArgumentException("teacher must be trained but " + name + " is given");
        }
        return recipe;
    }

    /**
     * A short name for provenance.
     *
     * @return such as {@code transformer}
     */
    public String name() {
        return name;
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
     * Everything that it depends on, besides split and seed if it is trained.
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
     * @param training texts with their labels
     * @param objective what it is trained for
     * @param seed of everything random
     * @return the teacher
     * @throws io.github.bkd4j.corpus.CorpusException if it knows other labels than the training split
     */
    public Taught teach(MultiLabelCorpus<String> training, TeacherObjective objective, long seed) {
        Taught taught = teaching.teach(training, objective, seed);
        taught.training().requireClassesOf(training.labels());
        return taught;
    }
}
