package io.github.bkd4j.study;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.report.History;

/**
 * A finished training.
 *
 * @param classifier what was trained
 * @param seconds wall-clock time it took, the teacher's labelling included
 * @param history what each epoch did
 * @param prior the class counts that it was trained on: those of the labels, and where it learnt from unlabelled texts
 *     too, the sum of the teacher's probabilities for them, rounded
 */
public record Training(Classifier<String> classifier, double seconds, History history, ClassCounts prior) {

    /**
     * The same training with a changed classifier, such as one that knows when to abstain.
     *
     * @param other what is kept instead
     * @return a copy
     */
    public Training with(Classifier<String> other) {
        return new Training(other, seconds, history, prior);
    }

    /**
     * The same training with the post-hoc logit adjustment of its trial, if that has one: the counts that it was
     * trained on are divided out.
     *
     * @param trial what was trained
     * @return a copy
     * @throws IllegalArgumentException if the output layer is a cosine one
     */
    public Training adjusted(Trial trial) {
        return trial.adjustment().isEmpty()
                ? this
                : with(classifier.adjusted(prior, trial.adjustment().getAsDouble()));
    }

    /**
     * Adds its scores to an evaluation.
     *
     * @param evaluation that has no result of this name and seed
     * @return the evaluation with one more result
     */
    public Evaluation<String> scored(Evaluation<String> evaluation) {
        return evaluation.of(history.system(), history.seed(), classifier, seconds, classifier.parameters());
    }
}
