package io.github.bkd4j.serve;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** What a model has answered since the server started. Thread-safe. */
final class ModelMetrics {

    final LongAdder texts = new LongAdder();
    final LongAdder abstentions = new LongAdder();
    final LongAdder guesses = new LongAdder();
    final DoubleAdder unknownShares = new DoubleAdder();
    final LongAdder reloads = new LongAdder();
    final LongAdder failedReloads = new LongAdder();
    final Map<String, LongAdder> predictions = new ConcurrentHashMap<>(); // by label

    void count(List<Answer> answers, double[] unknown) {
        for (int i = 0; i < unknown.length; i++) {
            Answer answer = answers.get(i);
            texts.increment();
            unknownShares.add(unknown[i]);
            for (String given : answer.said().given()) {
                predictions.computeIfAbsent(given, label -> new LongAdder()).increment();
            }
            if (!answer.said().answered()) {
                abstentions.increment();
            }
            if (!answer.known()) {
                guesses.increment();
            }
        }
    }
}
