package io.github.bkd4j.study;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.Logits;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a teacher is worth before anything is distilled: its scores on the training texts, each predicted by a teacher
 * that was trained on the other folds, all folds pooled.
 *
 * <pre>{@code
 * TeacherScores scores = TeacherScores.of(TeacherRecipe.linear(), trainer, 5, List.of(TeacherObjective.values()));
 * System.out.println(Report.of(scores.evaluation()).table());
 * }</pre>
 *
 * @param evaluation one system per objective
 * @param leftOut classes that are learned but not scored, because all their texts, mostly one, lie in one fold
 */
public record TeacherScores(Evaluation<String> evaluation, List<String> leftOut) {

    /**
     * Trains a teacher per fold and objective.
     *
     * @param recipe a teacher that is trained and not cross-fitted
     * @param trainer has the training split, and the seed of the trainings and of the deal into folds
     * @param folds at least 2, at most the number of training texts
     * @param objectives what the teachers are trained for
     * @return the scores
     * @throws IllegalArgumentException if the teacher is given, the number of folds is out of range, or no class has
     *     texts in two folds
     */
    public static TeacherScores of(
            TeacherRecipe recipe, Trainer trainer, int folds, List<TeacherObjective> objectives) {
        Corpus<String> training = trainer.splits().train();
        TeacherRecipe fitted = recipe.crossFitted(folds, trainer.seed());
        List<Logits> predicted = objectives.stream()
                .map(objective -> fitted.teach(trainer, objective).logits().about(training))
                .toList();
        int[] scored = IntStream.range(0, training.size())
                .filter(row -> predicted.stream().allMatch(logits -> logits.speaks(row)))
                .toArray();
        Evaluation<String> evaluation = Evaluation.on(training.rows(scored), training.counts());
        for (int o = 0; o < objectives.size(); o++) {
            Logits logits = predicted.get(o);
            evaluation = evaluation.of(objectives.get(o).system(), any -> rows(logits, scored));
        }
        return new TeacherScores(evaluation, unscored(training, scored));
    }

    private static Logits rows(Logits logits, int[] rows) {
        return new Logits(
                logits.labels(), Arrays.stream(rows).mapToObj(logits::row).toArray(float[][]::new));
    }

    private static List<String> unscored(Corpus<String> training, int[] scored) {
        boolean[] isScored = new boolean[training.labels().size()];
        for (int row : scored) {
            isScored[training.classOf(row)] = true;
        }
        return Arrays.stream(training.classes())
                .distinct()
                .filter(c -> !isScored[c])
                .sorted()
                .mapToObj(training.labels()::get)
                .toList();
    }
}
