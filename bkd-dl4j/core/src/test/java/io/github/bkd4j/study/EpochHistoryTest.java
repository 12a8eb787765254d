package io.github.bkd4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.bkd4j.loss.LossTerms;
import io.github.bkd4j.train.EpochSummary;
import io.github.bkd4j.train.TrainingMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EpochHistoryTest {

    private static EpochSummary summary(int epoch, double hard, double distillation) {
        return new EpochSummary(epoch, new LossTerms(hard, distillation), OptionalDouble.empty());
    }

    @Test
    void eachTermIsASeriesAndTheOtherMonitorIsTold() {
        List<String> told = new ArrayList<>();
        EpochHistory history = new EpochHistory(new TrainingMonitor() {
            @Override
            public void step(long step, long steps) {
                told.add(step + " of " + steps);
            }

            @Override
            public void epoch(EpochSummary summary, int epochs) {
                told.add("epoch " + summary.epoch() + " of " + epochs);
            }
        });

        history.step(1, 2);
        history.epoch(summary(0, 2, 3), 2);
        history.epoch(summary(1, 1, 0.5), 2);

        assertThat(told).containsExactly("1 of 2", "epoch 0 of 2", "epoch 1 of 2");
        assertThat(history.history("bkd", 7).system()).isEqualTo("bkd");
        assertThat(history.history("bkd", 7).seed()).isEqualTo(7);
        assertThat(history.history("bkd", 7).series())
                .containsExactly(
                        entry("total", List.of(5.0, 1.5)),
                        entry("hard labels", List.of(2.0, 1.0)),
                        entry("distillation", List.of(3.0, 0.5)));
    }

    @Test
    void withoutATeacherThereIsOneTerm() {
        EpochHistory history = new EpochHistory(TrainingMonitor.SILENT);
        history.epoch(summary(0, 2, 0), 1);

        assertThat(history.history("ce", 1).series()).containsExactly(entry("hard labels", List.of(2.0)));
    }
}
