package io.github.bkd4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    void whatATaskThrowsComesOutWhenAllAreDone(int count) {
        Threads.use(count);
        AtomicIntegerArray done = new AtomicIntegerArray(50);

        assertThatIllegalStateException()
                .isThrownBy(() -> Threads.run(50, task -> {
                    done.incrementAndGet(task);
                    if (task == 7) {
                        throw new IllegalStateException("task 7");
                    }
                }))
                .withMessage("task 7");
        for (int task = 0; task < done.length(); task++) {
            assertThat(done.get(task)).isEqualTo(1);
        }
    }

    @Test
    void noThreadsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Threads.use(0))
                .withMessage("threads must be >= 1 but was 0");
    }
}
