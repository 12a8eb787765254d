package io.github.bkd4j.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void everyJobIsDoneOnce(int threads) {
        AtomicIntegerArray done = new AtomicIntegerArray(1000);
        Workers.run(threads, 1000, done::incrementAndGet);
        for (int i = 0; i < 1000; i++) {
            assertThat(done.get(i)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void whatAJobThrowsEndsAll(int threads) {
        AtomicInteger started = new AtomicInteger();
        assertThatIllegalStateException()
                .isThrownBy(() -> Workers.run(threads, 1_000_000, i -> {
                    started.incrementAndGet();
                    if (i == 3) {
                        throw new IllegalStateException("job 3");
                    }
                }))
                .withMessage("job 3");
        assertThat(started).hasValueLessThan(1_000_000);
    }
}
