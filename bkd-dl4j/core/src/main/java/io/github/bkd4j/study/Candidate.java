package io.github.bkd4j.study;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Settings that a tuning tries.
 *
 * @param name in tables
 * @param loss {@link LossName#BKD} or {@link LossName#BKD_PLAIN}
 * @param settings of the loss
 * @param learningRate of the student, at first
 */
public record Candidate(String name, LossName loss, LossSettings settings, double learningRate) {

    /** Whether it trains as another does, whatever they are called. */
    boolean isLike(Candidate other) {
        return options().equals(other.options());
    }

    /**
     * As a plan file has them.
     *
     * @return the values of options, by their names without dashes
     */
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("loss", loss.toString());
        options.put("temperature", String.valueOf(settings.temperature()));
        options.put("alpha", String.valueOf(settings.alpha()));
        options.put("beta", String.valueOf(settings.beta()));
        settings.tempering().ifPresent(tempering -> options.put("tempering", String.valueOf(tempering)));
        settings.unlabelledTempering()
                .ifPresent(tempering -> options.put("unlabelled-tempering", String.valueOf(tempering)));
        options.put("deferred", String.valueOf(settings.deferred()));
        options.put("learning-rate", String.valueOf(learningRate));
        return options;
    }
}
