package io.github.bkd4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.objective.Objectives;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training that its user no longer wants. */
class CancellationTest {

    private static final Corpus<String> CORPUS = Toy.corpus(1, 40, 20, 10);
    private static final int STEPS = 5; // per epoch

    @TempDir
    Path folder;

    private final List<Integer> resumed = new ArrayList<>();

    /** Three epochs. */
    private void train(TrainingMonitor monitor) {
        Distillation.builder(Toy.bag())
                .objective(Objectives.crossEntropy())
                .schedule(Schedule.of(3).withBatchSize(16))
                .seed(7)
                .monitor(monitor)
                .checkpoint(folder.resolve("run.checkpoint"))
                .build()
                .train(Splits.of(CORPUS, CORPUS));
    }

    private final class Cancelled implements TrainingMonitor {
        private final int after;
        private long done;

        Cancelled(int after) {
            this.after = after;
        }

        @Override
        public void resumed(List<EpochSummary> epochs, int planned) {
            resumed.add(epochs.size());
        }

        @Override
        public void step(long step, long steps) {
            done = step;
        }

        @Override
        public boolean isCancelled() {
            return done >= after;
        }
    }

    @Test
    void theMonitorCancelsBetweenStepsAndTheCheckpointStays() {
        assertThatExceptionOfType(TrainingCancelledException.class)
                .isThrownBy(() -> train(new Cancelled(STEPS + 2)))
                .withMessage("training was cancelled after 7 of 15 steps");

        train(new Cancelled(Integer.MAX_VALUE));

        assertThat(resumed).containsExactly(1);
    }

    /** The step after the last of an epoch is the writing of its checkpoint. */
    @ParameterizedTest
    @ValueSource(ints = {3, STEPS})
    void anInterruptCancelsAndStaysSet(int last) {
        TrainingMonitor interrupting = new TrainingMonitor() {
            @Override
            public void step(long step, long steps) {
                if (step == last) {
                    Thread.currentThread().interrupt();
                }
            }
        };

        assertThatExceptionOfType(TrainingCancelledException.class)
                .isThrownBy(() -> train(interrupting))
                .withMessage("training was cancelled after " + last + " of 15 steps");
        assertThat(Thread.interrupted()).isTrue();
    }
}
