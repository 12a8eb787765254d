package io.github.bkd4j.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.loss.LossTerms;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The part of a checkpoint that is stored as JSON. */
record TrainingProgress(
        Map<String, String> run,
        List<Epoch> history,
        long step,
        boolean stopped,
        double lastLoss,
        boolean hasBest,
        double bestScore,
        int waited) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The loss terms of an epoch, and its validation score if there is one. */
    record Epoch(LossTerms loss, @Nullable Double validation) {

        Epoch {
            Objects.requireNonNull(loss); // may be missing in the JSON
        }
    }

    TrainingProgress {
        run = new TreeMap<>(run);
        history = List.copyOf(history);
    }

    static TrainingProgress of(TrainingState state, Map<String, String> run) {
        EarlyStopping stopping = state.stopping();
        return new TrainingProgress(
                run,
                state.history().stream()
                        .map(epoch -> new Epoch(epoch.loss(), boxed(epoch.validation())))
                        .toList(),
                state.step(),
                state.stopped(),
                state.lastLoss(),
                stopping.best() != state.network(),
                stopping.bestScore(),
                stopping.waited());
    }

    private static @Nullable Double boxed(OptionalDouble score) {
        return score.isPresent() ? score.getAsDouble() : null;
    }

    List<EpochSummary> summaries() {
        return IntStream.range(0, history.size()).mapToObj(this::summary).toList();
    }

    private EpochSummary summary(int epoch) {
        Double score = history.get(epoch).validation();
        OptionalDouble validation = score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
        return new EpochSummary(epoch, history.get(epoch).loss(), validation);
    }

    byte[] toJson() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the progress of a training can be written", e);
        }
    }

    static TrainingProgress read(byte[] bytes) {
        try {
            return Objects.requireNonNull(JSON.readValue(bytes, TrainingProgress.class));
        } catch (IOException | NullPointerException e) { // the whole JSON may be null
            throw new IllegalArgumentException("progress.json must describe a training but did not", e);
        }
    }
}
