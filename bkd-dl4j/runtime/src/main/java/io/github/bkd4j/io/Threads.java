package io.github.bkd4j.io;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * The threads that share the work of a step: one setting for the whole process, by default the library's own pool of
 * daemon threads, as many as there are processors. A host application may set their number, or lend its own executor.
 *
 * <p>How work is cut into tasks never depends on the threads, so that results do not either, to the last bit. The
 * calling thread always works too, and takes every task that no other thread has taken: work ends even if the executor
 * is saturated, runs tasks in the calling thread, or rejects them.
 */
public final class Threads {

    private static final ThreadLocal<Integer> MOST = ThreadLocal.withInitial(() -> Integer.MAX_VALUE);

    private static volatile Threads current = own(Runtime.getRuntime().availableProcessors());

    private final Executor helpers;
    private final int count;
    private final Runnable close;

    private Threads(Executor helpers, int count, Runnable close) {
        this.helpers = helpers;
        this.count = Checks.atLeast("threads", 1, count);
        this.close = close;
    }

    private static Threads own(int count) {
        AtomicInteger made = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, count - 1), task -> {
            Thread thread = new Thread(task, "bkd-helper-" + made.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        return new Threads(pool, count, pool::shutdown);
    }

    /**
     * How many threads share the work of a step, the calling thread included.
     *
     * @return at least 1; by default the number of processors
     */
    public static int count() {
        return current.count;
    }

    /**
     * Sets how many of the library's own threads share the work of a step.
     *
     * @param count at least 1, the calling thread included
     * @throws IllegalArgumentException if less than 1
     */
    public static void use(int count) {
        set(own(count));
    }

    /**
     * Lets the threads of an executor share the work of a step.
     *
     * <pre>{@code
     * Threads.use(applicationPool, 4); // the calling thread and at most three of the pool
     * Threads.use(Runnable::run, 1); // the calling thread alone
     * }</pre>
     *
     * @param executor may run a task late, in the calling thread, never, or reject it, but must not block the calling
     *     thread; it is not shut down
     * @param count at least 1, the calling thread included: the executor is given at most {@code count - 1} tasks at a
     *     time
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public static void use(Executor executor, int count) {
        set(new Threads(executor, count, () -> {}));
    }

    /**
     * Limits the threads of the steps that the calling thread begins: for a host that gives each of its tasks a share
     * of the processors, and runs several at once. Other threads are not limited.
     *
     * @param <T> what is computed
     * @param most threads of a step at most, at least 1, the calling thread included
     * @param work what the calling thread does
     * @return what the work returns
     * @throws IllegalArgumentException if {@code most} is less than 1
     */
    public static <T> T within(int most, Supplier<T> work) {
        int before = MOST.get();
        MOST.set(Math.min(before, Checks.atLeast("most", 1, most)));
        try {
            return work.get();
        } finally {
            MOST.set(before);
        }
    }

    private static synchronized void set(Threads next) {
        current.close.run(); // what it has begun is ended; what it rejects from now on, the calling thread does
        current = next;
    }

    /**
     * Does tasks in any order and on any thread, and waits for them. If a task throws, no further task begins, and what
     * it threw is thrown here once those that have begun are done.
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
        current.help(work, tasks - 1); // one is left for the calling thread
        work.join();
    }

    /**
     * Lets other threads begin with tasks.
     *
     * @param tasks number of tasks, at least 0
     * @param task given 0, 1, ... {@code tasks - 1}
     * @return the work; {@link Work#join} helps and waits
     */
    public static Work start(int tasks, IntConsumer task) {
        Work work = new Work(tasks, task);
        current.help(work, tasks);
        return work;
    }

    private void help(Work work, int atMost) {
        try {
            int threads = Math.min(count, MOST.get());
            for (int helper = 1; helper < threads && helper <= atMost; helper++) {
                helpers.execute(work);
            }
        } catch (RejectedExecutionException e) {
            // The calling thread does what no other thread takes.
        }
    }
}
