package io.github.bkd4j.bench.throughput;

import com.sun.management.OperatingSystemMXBean;
import io.github.bkd4j.train.TrainingMonitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts the steps of a training: first a warm-up, then repetitions of equal length; then it ends the training. */
final class ThroughputMonitor implements TrainingMonitor {

    /** Ends a training that has been watched long enough. */
    static final class Done extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Done() {
            super(null, null, false, false);
        }
    }

    /**
     * One repetition.
     *
     * @param perSecond instances a wall second
     * @param perCpuSecond instances a second of this process's processor time
     * @param othersCores cores that other processes used meanwhile
     */
    record Repetition(double perSecond, double perCpuSecond, double othersCores) {}

    private static final double NANOS = 1e9;
    private static final double JIFFIES = 100; // a second, in /proc/stat
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final int batch;
    private final double warmUp;
    private final double seconds;
    private final int repetitions;
    private final List<Repetition> done = new ArrayList<>();
    private long steps;
    private long wall = System.nanoTime();
    private long cpu = SYSTEM.getProcessCpuTime();
    private double busy = busy();
    private boolean warm;

    ThroughputMonitor(int batch, double warmUp, double seconds, int repetitions) {
        this.batch = batch;
        this.warmUp = warmUp;
        this.seconds = seconds;
        this.repetitions = repetitions;
    }

    @Override
    public void step(long step, long allSteps) {
        steps++;
        double elapsed = (System.nanoTime() - wall) / NANOS;
        if (elapsed >= (warm ? seconds : warmUp) && steps > 1) {
            lap(elapsed);
        }
    }

    private void lap(double elapsed) {
        double own = (SYSTEM.getProcessCpuTime() - cpu) / NANOS;
        if (warm) {
            double instances = (double) steps * batch;
            double others = Math.max(0, busy() - busy - own) / elapsed;
            done.add(new Repetition(instances / elapsed, instances / own, others));
        }
        if (done.size() == repetitions) {
            throw new Done();
        }
        warm = true;
        steps = 0;
        cpu = SYSTEM.getProcessCpuTime();
        busy = busy();
        wall = System.nanoTime();
    }

    List<Repetition> repetitions() {
        return List.copyOf(done);
    }

    /** Seconds that all cores together have been busy since the machine was started; 0 where nobody says. */
    private static double busy() {
        Path stat = Path.of("/proc/stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        try (var lines = Files.lines(stat)) {
            long[] ticks = Arrays.stream(lines.findFirst().orElse("").trim().split("\\s+"))
                    .skip(1)
                    .limit(8) // user, nice, system, idle, iowait, irq, softirq, steal
                    .mapToLong(Long::parseLong)
                    .toArray();
            return (Arrays.stream(ticks).sum() - ticks[3] - ticks[4]) / JIFFIES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
