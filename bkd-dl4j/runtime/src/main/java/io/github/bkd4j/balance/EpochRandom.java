package io.github.bkd4j.balance;

import io.github.bkd4j.io.Checks;
import java.util.SplittableRandom;

/** Random numbers of one epoch. */
final class EpochRandom {

    private EpochRandom() {}

    // The seed is scattered before the epoch is added: epoch 1 of seed 7 must not be epoch 0 of seed 8.
    static SplittableRandom of(long seed, int epoch, int epochs) {
        Checks.require(epoch >= 0 && epoch < epochs, "epoch must be in [0, " + epochs + ") but was " + epoch);
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + epoch);
    }
}
