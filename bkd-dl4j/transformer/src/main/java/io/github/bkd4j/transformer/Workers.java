package io.github.bkd4j.transformer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Does many small jobs on a number of threads that live no longer than the jobs. */
final class Workers {

    private Workers() {}

    /** Calls {@code job} with 0 to {@code jobs - 1}; what a job throws ends them all. */
    static void run(int threads, int jobs, IntConsumer job) {
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> work(next, jobs, job);
        int workers = Math.min(threads, jobs);
        if (workers <= 1) {
            worker.run();
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(worker, pool))
                            .limit(workers)
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            pool.shutdown();
        }
    }

    private static void work(AtomicInteger next, int jobs, IntConsumer job) {
        try {
            for (int i = next.getAndIncrement(); i < jobs; i = next.getAndIncrement()) {
                job.accept(i);
            }
        } catch (RuntimeException e) {
            next.set(jobs);
            throw e;
        }
    }
}
