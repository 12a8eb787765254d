package io.github.bkd4j.io;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Tasks that several threads take one by one, each once, until one of them throws. */
public final class Work implements Runnable {

    private final int tasks;
    private final IntConsumer task;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch open;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Work(int tasks, IntConsumer task) {
        this.tasks = tasks;
        this.task = task;
        this.open = new CountDownLatch(tasks);
    }

    /** Takes tasks until none is left. */
    @Override
    public void run() {
        for (int taken = next.getAndIncrement(); taken < tasks; taken = next.getAndIncrement()) {
            try {
                if (failure.get() == null) {
                    task.accept(taken);
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                open.countDown();
            }
        }
    }

    /** Takes tasks until none is left, and waits for those that other threads took; throws what a task threw. */
    public void join() {
        run();
        boolean interrupted = false;
        while (true) {
            try {
                open.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true; // a step that has begun is completed
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Throwable thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw (RuntimeException) thrown;
        }
    }
}
