package io.github.bkd4j.bench.throughput;

import io.github.bkd4j.train.TrainingMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** One of two trainings that take turns on the same cores: it runs for a while, then it waits for the other. */
final class InTurn implements TrainingMonitor {

    private final Semaphore own;
    private final Semaphore other;
    private final double seconds;
    private final int turns;
    private final List<Double> stepSeconds = new ArrayList<>();
    private long steps;
    private long start = System.nanoTime();

    InTurn(Semaphore own, Semaphore other, double seconds, int turns) {
        this.own = own;
        this.other = other;
        this.seconds = seconds;
        this.turns = turns;
    }

    @Override
    public void step(long step, long allSteps) {
        steps++;
        double elapsed = (System.nanoTime() - start) / 1e9;
        if (elapsed < seconds) {
            return;
        }
        stepSeconds.add(elapsed / steps);
        other.release();
        if (stepSeconds.size() == turns) {
            throw new ThroughputMonitor.Done();
        }
        own.acquireUninterruptibly();
        steps = 0;
        start = System.nanoTime();
    }

    /** Seconds a step, turn by turn. */
    List<Double> stepSeconds() {
        return List.copyOf(stepSeconds);
    }
}
