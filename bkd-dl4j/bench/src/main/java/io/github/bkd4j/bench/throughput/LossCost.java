package io.github.bkd4j.bench.throughput;

import io.github.bkd4j.io.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/**
 * How much longer a step of balanced distillation takes than one of cross-entropy. Both trainings are alive in one JVM
 * and take turns of a quarter of a second, so that neither has a luckier compilation nor a quieter machine. Arguments:
 * student, batch size, turns of each; the first quarter warms up.
 */
public final class LossCost {

    private static final double SECONDS = 0.25; // of a turn

    private LossCost() {}

    /**
     * Prints the ratio of each pair of turns, and their median.
     *
     * @param arguments Bag, TextCnn or BiLstm; batch size; turns
     * @throws InterruptedException never
     */
    public static void main(String... arguments) throws InterruptedException {
        Threads.use(2);
        int batch = Integer.parseInt(arguments[1]);
        int turns = Integer.parseInt(arguments[2]);
        Semaphore first = new Semaphore(0);
        Semaphore second = new Semaphore(0);
        InTurn hard = new InTurn(first, second, SECONDS, turns);
        InTurn soft = new InTurn(second, first, SECONDS, turns);
        Workload workload = new Workload(20_000, 20_000, 1);
        Thread training = new Thread(() -> {
            second.acquireUninterruptibly();
            Throughput.run(arguments[0], "BKD_cached", workload, batch, soft);
        });
        training.start();
        Throughput.run(arguments[0], "CE", workload, batch, hard);
        training.join();
        List<Double> ratios = new ArrayList<>();
        for (int turn = turns / 4; turn < turns; turn++) {
            ratios.add(soft.stepSeconds().get(turn) / hard.stepSeconds().get(turn));
        }
        ratios.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%s, batch %d: BKD_cached takes %.3f times the time of CE (middle half of %d pairs: %.3f to %.3f)%n",
                arguments[0],
                batch,
                ratios.get(ratios.size() / 2),
                ratios.size(),
                ratios.get(ratios.size() / 4),
                ratios.get(ratios.size() * 3 / 4));
    }
}
