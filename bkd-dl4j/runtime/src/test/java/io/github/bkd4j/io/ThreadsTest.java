package io.github.bkd4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsTest {

    private final int threads = Threads.count();

    @AfterEach
    void asManyAsBefore() {
        Threads.use(threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyTaskIsDoneOnce(int count) {
        Threads.use(count);
        assertThat(Threads.count()).isEqualTo(count);
        AtomicIntegerArray done = new AtomicIntegerArray(1000);

        Threads.run(done.length(), done::incrementAndGet);

        for (int task = 0; task < done.length(); task++) {
            assertThat(done.get(task)).isEqualTo(1);
        }
    }

    @Test
    void aThreadCanBeLimited() {
        AtomicInteger lent = new AtomicInteger();
        Threads.use(task -> lent.incrementAndGet(), 4);

        assertThat(Threads.<Integer>within(1, () -> helpers(lent))).isZero();
        assertThat(Threads.<Integer>within(3, () -> helpers(lent))).isEqualTo(2);
        assertThat(Threads.<Integer>within(1, () -> Threads.within(3, () -> helpers(lent))))
                .isZero();
        assertThat(helpers(lent)).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Threads.within(0, () -> helpers(lent)))
                .withMessage("most must be >= 1 but was 0");
        assertThat(helpers(lent)).isEqualTo(3);
    }

    private static int helpers(AtomicInteger lent) {
        lent.set(0);
        Threads.run(10, task -> {});
        return lent.get();
    }

    @Test
    void noTaskIsNoWork() {
        Threads.run(0, task -> {
            throw new IllegalStateException("never");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aTaskMayHaveTasks(int count) {
        Threads.use(count);
        AtomicIntegerArray done = new AtomicIntegerArray(100);

        Threads.run(10, outer -> Threads.run(10, inner -> done.incrementAndGet(10 * outer + inner)));

        for (int task = 0; task < done.length(); task++) {
            assertThat(done.get(task)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatATaskThrowsComesOutAndEndsAll(int count) {
        Threads.use(count);
        AtomicInteger begun = new AtomicInteger();

        assertThatIllegalStateException()
                .isThrownBy(() -> Threads.run(1_000_000, task -> {
                    begun.incrementAndGet();
                    if (task == 7) {
                        throw new IllegalStateException("task 7");
                    }
                }))
                .withMessage("task 7");
        assertThat(begun).hasValueBetween(1, 999_999);
    }

    /** Executors of a host application, from one that works to those that never do. */
    static Stream<Executor> executors() {
        return Stream.of(
                ForkJoinPool.commonPool(),
                Runnable::run,
                task -> {}, // saturated: the task stays in the queue
                task -> new Thread(task).start(),
                task -> {
                    throw new RejectedExecutionException("full");
                });
    }

    @ParameterizedTest
    @MethodSource("executors")
    void everyTaskIsDoneOnceWithAnyExecutor(Executor executor) {
        Threads.use(executor, 4);
        assertThat(Threads.count()).isEqualTo(4);
        AtomicIntegerArray done = new AtomicIntegerArray(100);

        Threads.run(10, outer -> Threads.run(10, inner -> done.incrementAndGet(10 * outer + inner)));
        Threads.start(1, task -> done.addAndGet(0, 10)).join();

        assertThat(IntStream.range(0, 100).map(done::get).sum()).isEqualTo(110);
        assertThat(IntStream.range(1, 100).map(done::get)).containsOnly(1);
    }

    /** No more threads than asked for, and none of the library's own. */
    @Test
    void anExecutorIsGivenAtMostAsManyTasksAsItMayHaveThreads() {
        List<Runnable> given = new ArrayList<>();
        Threads.use(given::add, 3);
        Set<Thread> workers = ConcurrentHashMap.newKeySet();

        Threads.run(100, task -> workers.add(Thread.currentThread()));

        assertThat(given).hasSize(2);
        assertThat(workers).containsExactly(Thread.currentThread());
        given.forEach(Runnable::run); // late, and without any effect
    }

    /** Two callers on a pool of one thread, which one of them occupies. */
    @Test
    void aTaskOfABusyExecutorMayHaveTasks() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Threads.use(pool, 2);
            AtomicInteger done = new AtomicInteger();
            pool.submit(() -> Threads.run(10, outer -> Threads.run(10, inner -> done.incrementAndGet())))
                    .get();
            assertThat(done).hasValue(100);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void ownThreadsEndWhenTheyAreReplaced() throws InterruptedException {
        Threads.use(2);
        AtomicReference<Thread> helper = new AtomicReference<>();
        CountDownLatch both = new CountDownLatch(2);
        Threads.run(2, task -> {
            both.countDown();
            if (Thread.currentThread().getName().startsWith("bkd-helper-")) {
                helper.set(Thread.currentThread());
            }
            await(both);
        });

        Threads.use(1);

        Thread own = Objects.requireNonNull(helper.get());
        own.join(10_000);
        assertThat(own.isAlive()).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void noThreadsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Threads.use(0))
                .withMessage("threads must be >= 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Threads.use(Runnable::run, 0))
                .withMessage("threads must be >= 1 but was 0");
        assertThat(Threads.count()).isEqualTo(threads);
    }
}
