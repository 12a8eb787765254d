package io.github.bkd4j.balance;

/**
 * Weights after a share of the epochs.
 *
 * @param share in [0, 1]
 */
record DeferredToShare(double share) implements Reweighting {

    DeferredToShare {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in [0, 1] but was " + share);
        }
    }

    // The nearest: 0.29 * 100 is 28.999999999999996.
    @Override
    public int firstEpoch(int epochs) {
        return (int) Math.round(share * epochs);
    }
}
