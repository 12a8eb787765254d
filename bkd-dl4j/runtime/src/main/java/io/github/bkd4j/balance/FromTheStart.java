package io.github.bkd4j.balance;

/** Weights in all epochs. */
record FromTheStart() implements Reweighting {

    @Override
    public int firstEpoch(int epochs) {
        return 0;
    }
}
