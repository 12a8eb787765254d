package io.github.bkd4j;

import io.github.bkd4j.train.EpochSummary;
import io.github.bkd4j.train.TrainingMonitor;
import java.util.ArrayList;
import java.util.List;

/** Ends a training at a step, as a kill would. */
public final class Killer implements TrainingMonitor {

    /** Ends none. */
    public static final Killer NEVER = new Killer(-1);

    private final long step;
    private final List<Integer> resumed = new ArrayList<>();

    /** Ends it after the given step, counted from 1. */
    public Killer(long step) {
        this.step = step;
    }

    /** How the training ends. */
    public static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public void resumed(List<EpochSummary> done, int epochs) {
        resumed.add(done.size());
    }

    @Override
    public void step(long done, long steps) {
        if (done == step) {
            throw new Killed();
        }
    }

    /** For each training that went on, the epochs that had been done. */
    public List<Integer> resumed() {
        return resumed;
    }
}
