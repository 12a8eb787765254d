package io.github.bkd4j.objective;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.loss.AsymmetricLoss;
import io.github.bkd4j.loss.BinaryBkdLoss;
import io.github.bkd4j.loss.BinaryCrossEntropyLoss;
import io.github.bkd4j.loss.BinaryFocalLoss;
import io.github.bkd4j.loss.BinaryLogitAdjustedLoss;
import io.github.bkd4j.loss.DistributionBalancedLoss;
import io.github.bkd4j.loss.LogitLoss;
import io.github.bkd4j.loss.Temperature;
import java.util.List;

/**
 * What a network is trained for on sets of labels: the recipe that becomes a loss once it is known how many training
 * instances have each label. What there is for one class per instance is an {@link Objective}.
 */
public sealed interface MultiLabelObjective {

    /**
     * A short name for tables and file names.
     *
     * @return such as {@code bkd}
     */
    String name();

    /**
     * The loss for a training split.
     *
     * @param counts training instances that have each label; one that has none, or all, is not corrected for
     * @param instances number of training instances
     * @return a loss on label sets
     */
    LogitLoss loss(ClassCounts counts, long instances);

    /**
     * Whether a teacher's logits are needed.
     *
     * @return false for objectives on the labels alone
     */
    default boolean needsTeacher() {
        return false;
    }

    /**
     * The objective of a training loop on so many instances.
     *
     * @param instances number of training instances
     * @return one phase under {@link #loss}
     */
    default Objective on(long instances) {
        return new OnLabelSets(this, instances);
    }

    /** Binary cross-entropy; see {@link BinaryCrossEntropyLoss}. */
    record CrossEntropy() implements MultiLabelObjective {

        @Override
        public String name() {
            return "ce";
        }

        @Override
        public LogitLoss loss(ClassCounts counts, long instances) {
            return new BinaryCrossEntropyLoss();
        }
    }

    /**
     * Focal loss; see {@link BinaryFocalLoss}.
     *
     * @param gamma finite and at least 0
     */
    record Focal(double gamma) implements MultiLabelObjective {

        /**
         * Checks the range.
         *
         * @param gamma see {@link Focal}
         * @throws IllegalArgumentException if outside its range
         */
        public Focal {
            Checks.finiteAtLeastZero("gamma", gamma);
        }

        @Override
        public String name() {
            return "focal";
        }

        @Override
        public LogitLoss loss(ClassCounts counts, long instances) {
            return new BinaryFocalLoss(gamma);
        }
    }

    /**
     * Class-balanced focal loss; see {@link BinaryFocalLoss}.
     *
     * @param gamma finite and at least 0
     * @param beta of the effective number of instances, in [0, 1)
     */
    record BalancedFocal(double gamma, double beta) implements MultiLabelObjective {

        /**
         * Checks the ranges.
         *
         * @param gamma see {@link BalancedFocal}
         * @param beta see {@link BalancedFocal}
         * @throws IllegalArgumentException if a value is outside its range
         */
        public BalancedFocal {
            Checks.finiteAtLeastZero("gamma", gamma);
            Checks.share("beta", beta);
        }

        @Override
        public String name() {
            return "cb-focal";
        }

        @Override
        public LogitLoss loss(ClassCounts counts, long instances) {
            return new BinaryFocalLoss(gamma, new LabelWeights(beta).normalised(counts));
        }
    }

    /**
     * Asymmetric loss; see {@link AsymmetricLoss}.
     *
     * @param gammaPresent finite and at least 0
     * @param gammaAbsent finite and at least 0
     * @param margin at least 0 and less than 1
     */
    record Asymmetric(double gammaPresent, double gammaAbsent, double margin) implements MultiLabelObjective {

        /**
         * Checks the ranges.
         *
         * @param gammaPresent see {@link Asymmetric}
         * @param gammaAbsent see {@link Asymmetric}
         * @param margin see {@link Asymmetric}
         * @throws IllegalArgumentException if a value is outside its range
         */
        public Asymmetric {
            Checks.finiteAtLeastZero("gamma of present labels", gammaPresent);
            Checks.finiteAtLeastZero("gamma of absent labels", gammaAbsent);
            Checks.share("margin", margin);
        }

        @Override
        public String name() {
            return "asymmetric";
        }

        @Override
        public LogitLoss loss(ClassCounts counts, long instances) {
            return new AsymmetricLoss(gammaPresent, gammaAbsent, margin);
        }
    }

    /** The distribution-balanced loss with the settings of Huang et al.; see {@link DistributionBalancedLoss}. */
    record DistributionBalanced() implements MultiLabelObjective {

        @Override
        public String name() {
            return "db";
        }

        @Override
        public LogitLoss loss(ClassCounts counts, long instances) {
            return new DistributionBalancedLoss(counts.counts(), instances);
        }
    }

    /**
     * Logit-adjusted binary cross-entropy; see {@link BinaryLogitAdjustedLoss}.
     *
     * @param tau how strongly the prior acts, finite and at least 0
     */
    record LogitAdjusted(double tau) implements MultiLabelObjective {

        /**
         * Checks the range.
         *
         * @param tau see {@link LogitAdjusted}
         * @throws IllegalArgumentException if outside its range
         */
        public LogitAdjusted {
            Checks.finiteAtLeastZero("tau", tau);
        }

        @Override
        public String name() {
            return "logit-adjusted";
        }

        @Override
        public LogitLoss loss(ClassCounts counts, long instances) {
            return new BinaryLogitAdjustedLoss(counts.counts(), instances, tau);
        }
    }

    /**
     * Distillation beside binary cross-entropy: balanced, or plain at tau 0; see {@link BinaryBkdLoss}.
     *
     * @param temperature T
     * @param alpha weight of the distillation term, finite and at least 0
     * @param tempering tau, how strongly the weights act, finite and at least 0; 0 is plain distillation
     * @param beta of the effective numbers of instances that have a label and that do not, in [0, 1)
     */
    record Distillation(Temperature temperature, double alpha, double tempering, double beta)
            implements MultiLabelObjective {

        /**
         * Checks the ranges.
         *
         * @param temperature see {@link Distillation}
         * @param alpha see {@link Distillation}
         * @param tempering see {@link Distillation}
         * @param beta see {@link Distillation}
         * @throws IllegalArgumentException if a value is outside its range
         */
        public Distillation {
            Checks.finiteAtLeastZero("alpha", alpha);
            Checks.finiteAtLeastZero("tempering", tempering);
            Checks.share("beta", beta);
        }

        @Override
        public String name() {
            return tempering == 0 ? "kd" : "bkd";
        }

        @Override
        public boolean needsTeacher() {
            return true;
        }

        @Override
        public LogitLoss loss(ClassCounts counts, long instances) {
            List<Double> ratios = tempering == 0 ? null : new LabelWeights(beta).ratios(counts, instances);
            return new BinaryBkdLoss(temperature.value(), alpha, tempering, ratios, new BinaryCrossEntropyLoss());
        }
    }
}
