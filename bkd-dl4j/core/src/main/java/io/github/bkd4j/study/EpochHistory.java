package io.github.bkd4j.study;

import io.github.bkd4j.report.History;
import io.github.bkd4j.train.EpochSummary;
import io.github.bkd4j.train.TrainingMonitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.deeplearning4j.optimize.api.TrainingListener;

/** Keeps what each epoch did, for a report, and tells another monitor. */
@RequiredArgsConstructor
final class EpochHistory implements TrainingMonitor {

    private final TrainingMonitor other;
    private final List<EpochSummary> epochs = new ArrayList<>();

    @Override
    public void resumed(List<EpochSummary> done, int planned) {
        epochs.addAll(done);
        other.resumed(done, planned);
    }

    @Override
    public void step(long step, long steps) {
        other.step(step, steps);
    }

    @Override
    public void epoch(EpochSummary summary, int planned) {
        epochs.add(summary);
        other.epoch(summary, planned);
    }

    @Override
    public List<TrainingListener> listeners() {
        return other.listeners();
    }

    /** The terms of the loss, each by itself; without a teacher there is one. */
    History history(String system, long seed) {
        Map<String, List<Double>> series = new LinkedHashMap<>();
        List<Double> hard = epochs.stream().map(epoch -> epoch.loss().hard()).toList();
        List<Double> distillation =
                epochs.stream().map(epoch -> epoch.loss().distillation()).toList();
        if (distillation.stream().anyMatch(loss -> loss != 0)) {
            series.put(
                    "total", epochs.stream().map(epoch -> epoch.loss().total()).toList());
            series.put("hard labels", hard);
            series.put("distillation", distillation);
        } else {
            series.put("hard labels", hard);
        }
        return new History(system, seed, series);
    }

    @Override
    public boolean isCancelled() {
        return other.isCancelled();
    }
}
