package io.github.bkd4j.objective;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.loss.BkdLoss;
import io.github.bkd4j.loss.DkdLoss;
import io.github.bkd4j.loss.HardLabelLoss;
import io.github.bkd4j.loss.KdLoss;
import io.github.bkd4j.loss.TeacherLoss;
import io.github.bkd4j.loss.Temperature;

/** What a student is to imitate of its teacher, and how strongly. */
public sealed interface DistillationTarget {

    /**
     * A short name for tables and file names.
     *
     * @return such as {@code bkd}
     */
    String name();

    /**
     * Sets the weight of the term.
     *
     * @param value alpha, finite and at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if outside its range
     */
    DistillationTarget withAlpha(double value);

    /**
     * Sets how strongly the class weights act.
     *
     * @param value tau, finite and at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if outside its range, or there are no class weights; only {@link Balanced} has
     */
    default DistillationTarget withTempering(double value) {
        throw new IllegalArgumentException("target must be bkd to be tempered but was " + name());
    }

    /**
     * Sets how strongly the class weights act on instances without a label, which may come from another distribution
     * than the labelled ones.
     *
     * @param value tau, finite and at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if outside its range, or there are no class weights; only {@link Balanced} has
     */
    default DistillationTarget withUnlabelledTempering(double value) {
        throw new IllegalArgumentException("target must be bkd to be tempered but was " + name());
    }

    /**
     * The loss that makes the soft targets of instances without a label: that of the others, unless said otherwise.
     *
     * @param counts instances of each class in the training split
     * @param reweighted whether class weights act yet
     * @param hardLabels the term beside the distillation
     * @return a loss with the same {@link TeacherLoss#cached} form as {@link #loss}
     */
    default TeacherLoss unlabelledLoss(ClassCounts counts, boolean reweighted, HardLabelLoss hardLabels) {
        return loss(counts, reweighted, hardLabels);
    }

    /**
     * The loss for a training split.
     *
     * @param counts instances of each class in the training split
     * @param reweighted whether class weights act yet
     * @param hardLabels the term beside the distillation
     * @return the sum of both terms
     * @throws IllegalArgumentException if the classes do not fit
     */
    TeacherLoss loss(ClassCounts counts, boolean reweighted, HardLabelLoss hardLabels);

    /**
     * The teacher's soft targets as they are; see {@link KdLoss}.
     *
     * @param temperature T
     * @param alpha weight of the term, finite and at least 0
     */
    record Plain(Temperature temperature, double alpha) implements DistillationTarget {

        /**
         * Checks the range.
         *
         * @param temperature see {@link Plain}
         * @param alpha see {@link Plain}
         * @throws IllegalArgumentException if a value is outside its range
         */
        public Plain {
            Checks.finiteAtLeastZero("alpha", alpha);
        }

        @Override
        public String name() {
            return "kd";
        }

        @Override
        public Plain withAlpha(double value) {
            return new Plain(temperature, value);
        }

        @Override
        public TeacherLoss loss(ClassCounts counts, boolean reweighted, HardLabelLoss hardLabels) {
            return new KdLoss(temperature.value(), alpha, hardLabels);
        }
    }

    /**
     * Class-balanced soft targets; see {@link BkdLoss}. Plain ones until the weights act.
     *
     * @param temperature T
     * @param alpha weight of the term, finite and at least 0
     * @param weights class weights of the soft targets
     * @param tempering tau, how strongly the weights act, finite and at least 0; T is the paper
     * @param unlabelledTempering the same for instances without a label
     */
    record Balanced(
            Temperature temperature, double alpha, ClassWeights weights, double tempering, double unlabelledTempering)
            implements DistillationTarget {

        /**
         * Checks the ranges.
         *
         * @param temperature see {@link Balanced}
         * @param alpha see {@link Balanced}
         * @param weights see {@link Balanced}
         * @param tempering see {@link Balanced}
         * @param unlabelledTempering see {@link Balanced}
         * @throws IllegalArgumentException if a value is outside its range
         */
        public Balanced {
            Checks.finiteAtLeastZero("alpha", alpha);
            Checks.finiteAtLeastZero("tempering", tempering);
            Checks.finiteAtLeastZero("tempering of unlabelled instances", unlabelledTempering);
        }

        @Override
        public String name() {
            return "bkd";
        }

        @Override
        public Balanced withAlpha(double value) {
            return new Balanced(temperature, value, weights, tempering, unlabelledTempering);
        }

        /** Of all instances, with a label or without. */
        @Override
        public Balanced withTempering(double value) {
            return new Balanced(temperature, alpha, weights, value, value);
        }

        @Override
        public Balanced withUnlabelledTempering(double value) {
            return new Balanced(temperature, alpha, weights, tempering, value);
        }

        @Override
        public TeacherLoss loss(ClassCounts counts, boolean reweighted, HardLabelLoss hardLabels) {
            return reweighted
                    ? new BkdLoss(
                            temperature.value(), alpha, tempering, TrainingClasses.weights(weights, counts), hardLabels)
                    : new KdLoss(temperature.value(), alpha, hardLabels);
        }

        @Override
        public TeacherLoss unlabelledLoss(ClassCounts counts, boolean reweighted, HardLabelLoss hardLabels) {
            return withTempering(unlabelledTempering).loss(counts, reweighted, hardLabels);
        }
    }

    /**
     * The true class against all others, and the others among themselves; see {@link DkdLoss}.
     *
     * @param temperature T
     * @param alpha weight of the true class against all others, finite and at least 0
     * @param beta weight of the divergence among the others, finite and at least 0
     */
    record Decoupled(Temperature temperature, double alpha, double beta) implements DistillationTarget {

        /**
         * Checks the ranges.
         *
         * @param temperature see {@link Decoupled}
         * @param alpha see {@link Decoupled}
         * @param beta see {@link Decoupled}
         * @throws IllegalArgumentException if a value is outside its range
         */
        public Decoupled {
            Checks.finiteAtLeastZero("alpha", alpha);
            Checks.finiteAtLeastZero("beta", beta);
        }

        @Override
        public String name() {
            return "dkd";
        }

        @Override
        public Decoupled withAlpha(double value) {
            return new Decoupled(temperature, value, beta);
        }

        @Override
        public TeacherLoss loss(ClassCounts counts, boolean reweighted, HardLabelLoss hardLabels) {
            DkdLoss.requireThreeClasses(counts.classes());
            return new DkdLoss(temperature.value(), alpha, beta, hardLabels);
        }
    }
}
