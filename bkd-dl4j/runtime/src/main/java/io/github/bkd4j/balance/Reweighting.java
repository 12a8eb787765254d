package io.github.bkd4j.balance;

/**
 * From which epoch class weights act. Deferred re-weighting (DRW) first learns general features from all instances
 * alike: Cao et al., Learning Imbalanced Datasets with Label-Distribution-Aware Margin Loss, NeurIPS 2019, section 3.3.
 */
public sealed interface Reweighting permits FromTheStart, DeferredToEpoch, DeferredToShare {

    /**
     * The first epoch with weights; before it every class has weight 1.
     *
     * @param epochs length of the training
     * @return epoch, from 0; if it is not below {@code epochs}, the weights never act
     */
    int firstEpoch(int epochs);

    /**
     * Weights act in all epochs.
     *
     * @return no deferral
     */
    static Reweighting fromTheStart() {
        return new FromTheStart();
    }

    /**
     * Weights act from a given epoch on, however long the training is.
     *
     * @param epoch first epoch with weights, at least 0
     * @return the deferral
     * @throws IllegalArgumentException if {@code epoch} is negative
     */
    static Reweighting deferredToEpoch(int epoch) {
        return new DeferredToEpoch(epoch);
    }

    /**
     * Weights act after a share of the epochs, rounded to the nearest: 0.8 of 200 epochs is epoch 160, as in the paper.
     *
     * @param share in [0, 1], of the epochs: those before the weights act
     * @return the deferral
     * @throws IllegalArgumentException if {@code share} is out of range
     */
    static Reweighting deferredToShare(double share) {
        return new DeferredToShare(share);
    }
}
