package io.github.bkd4j.loss;

/**
 * A stretch of training under one loss.
 *
 * @param firstEpoch where it begins, from 0
 * @param loss the loss that the network runs under
 * @param softTargets how a teacher's logits become what is packed beside the one-hot labels, once before the phase
 */
public record Phase(int firstEpoch, LogitLoss loss, SoftTargets softTargets) {

    /**
     * Checks the epoch.
     *
     * @param firstEpoch see {@link Phase}
     * @param loss see {@link Phase}
     * @param softTargets see {@link Phase}
     * @throws IllegalArgumentException if {@code firstEpoch} is negative
     */
    public Phase {
        if (firstEpoch < 0) {
            throw new IllegalArgumentException("first epoch must be >= 0 but was " + firstEpoch);
        }
    }

    /**
     * What is packed beside the one-hot labels of an instance.
     *
     * @param logits the teacher's, {@code [classes]}
     * @return {@code [classes]}, or one longer where the loss keeps beside soft targets what depends on them alone
     */
    public float[] beside(float[] logits) {
        double[] exact = new double[logits.length];
        for (int c = 0; c < exact.length; c++) {
            exact[c] = logits[c];
        }
        softTargets.replace(exact);
        double[] packed = loss.packed(exact);
        float[] row = new float[packed.length];
        for (int c = 0; c < row.length; c++) {
            row[c] = (float) packed[c];
        }
        return row;
    }

    /**
     * A phase in which the loss sees the teacher's logits themselves, if it needs a teacher at all.
     *
     * @param firstEpoch where it begins, from 0
     * @param loss the loss
     * @return the phase
     * @throws IllegalArgumentException if {@code firstEpoch} is negative
     */
    public static Phase of(int firstEpoch, LogitLoss loss) {
        return new Phase(firstEpoch, loss, SoftTargets.asGiven());
    }

    /**
     * A phase in which the soft targets are computed once; equal to {@link #of} in loss and gradient.
     *
     * @param firstEpoch where it begins, from 0
     * @param loss the loss
     * @return the phase
     */
    static Phase cached(int firstEpoch, DistillationLoss loss) {
        LogitLoss cached = new SoftTargetLoss(loss.temperature(), loss.alpha(), loss.hardLabels());
        return new Phase(firstEpoch, cached, loss.softTargets());
    }
}
