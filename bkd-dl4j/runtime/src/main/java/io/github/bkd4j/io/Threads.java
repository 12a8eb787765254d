package io.github.bkd4j.io;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * The threads that share the work of a step. One setting for the whole process; a thread that has nothing to do sleeps.
 * How work is cut into tasks never depends on the number of threads, so that results do not either, to the last bit.
 */
public final class Threads {

    private static volatile Threads current = new Threads(Runtime.getRuntime().availableProcessors());

    private final int count;
    private final Executor helpers;

    private Threads(int count) {
        this.count = count;
        AtomicInteger made = new AtomicInteger();
        this.helpers = count == 1
                ? Runnable::run
                : Executors.newFixedThreadPool(count - 1, task -> {
                    Thread thread = new Thread(task, "bkd-helper-" + made.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * How many threads share the work of a step, the one that asks included.
     *
     * @return at least 1; unless set, the number of processors
     */
    public static int count() {
        return current.count;
    }

    /**
     * Sets how many threads share the work of a step.
     *
     * @param count at least 1
     * @throws IllegalArgumentException if less than 1
     */
    public static void use(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("threads must be >= 1 but was " + count);
        }
        if (count != current.count) {
            current = new Threads(count);
        }
    }

    /**
     * Does tasks in any order and on any thread, and waits for them.
     *
     * @param tasks number of tasks, at least 0
     * @param task given 0, 1, ... {@code tasks - 1}
     */
    public static void run(int tasks, IntConsumer task) {
        if (tasks == 1) {
            task.accept(0);
            return;
        }
        Work work = new Work(tasks, task);
        help(work, tasks - 1); // one is left for the thread that asks
        work.join();
    }

    /**
     * Lets the helpers begin with tasks.
     *
     * @param tasks number of tasks, at least 0
     * @param task given 0, 1, ... {@code tasks - 1}
     * @return the work; {@link Work#join} helps and waits
     */
    public static Work start(int tasks, IntConsumer task) {
        Work work = new Work(tasks, task);
        help(work, tasks);
        return work;
    }

    private static void help(Work work, int atMost) {
        Threads threads = current;
        for (int helper = 1; helper < threads.count && helper <= atMost; helper++) {
            threads.helpers.execute(work);
        }
    }
}
