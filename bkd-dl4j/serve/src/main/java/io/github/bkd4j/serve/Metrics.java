package io.github.bkd4j.serve;

import io.github.bkd4j.drift.Divergence;
import io.github.bkd4j.drift.Drift;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * All that {@code /metrics} tells.
 *
 * @param requests of the whole server
 * @param models those served
 * @param inFlight requests to classify that are read or answered now
 */
record Metrics(RequestMetrics requests, Collection<LoadedModel> models, int inFlight) {

    String text() {
        PrometheusText text = new PrometheusText();
        requests.write(text);
        text.metric("bkd_requests_in_flight", "gauge", "Requests to classify that are read or answered now.");
        text.value(inFlight);
        each(text, "bkd_texts_total", "counter", "Texts that were classified.", m -> m.texts.sum());
        predictions(text);
        each(
                text,
                "bkd_abstentions_total",
                "counter",
                "Texts that the model abstained from, or gave no label.",
                m -> m.abstentions.sum());
        each(text, "bkd_guesses_total", "counter", "Texts of which the model knows nothing.", m -> m.guesses.sum());
        unknownWords(text);
        each(text, "bkd_reloads_total", "counter", "Replaced model files that were read.", m -> m.reloads.sum());
        each(
                text,
                "bkd_failed_reloads_total",
                "counter",
                "Replaced model files that could not be read.",
                m -> m.failedReloads.sum());
        drift(text);
        return text.toString();
    }

    private void each(
            PrometheusText text, String name, String type, String help, ToDoubleFunction<ModelMetrics> value) {
        text.metric(name, type, help);
        models.forEach(model -> text.value(value.applyAsDouble(model.metrics()), "model", model.name()));
    }

    private void predictions(PrometheusText text) {
        text.metric(
                "bkd_predictions_total", "counter", "Texts by their most probable class, or by each of their labels.");
        models.forEach(model -> new TreeMap<>(model.metrics().predictions)
                .forEach((label, count) -> text.value(count.sum(), "model", model.name(), "class", label)));
    }

    private void unknownWords(PrometheusText text) {
        text.metric(
                "bkd_unknown_words_share",
                "summary",
                "Share of a text's words that the model does not know, per text.");
        models.forEach(model -> {
            text.suffixed("_sum", model.metrics().unknownShares.sum(), "model", model.name());
            text.suffixed("_count", model.metrics().texts.sum(), "model", model.name());
        });
    }

    private void drift(PrometheusText text) {
        List<Measured> measured = models.stream()
                .flatMap(model -> model.traffic().drift().stream().map(drift -> new Measured(model, drift)))
                .toList();
        text.metric("bkd_drift_texts", "gauge", "Latest texts that drift is measured on.");
        measured.forEach(
                one -> text.value(one.drift().texts(), "model", one.model().name()));
        divergence(text, measured, "bkd_drift_psi", "Population stability index against training.", d -> d.stability());
        divergence(
                text,
                measured,
                "bkd_drift_psi_by_chance",
                "What it stays below in 95% without a shift.",
                d -> d.chance());
        divergence(
                text, measured, "bkd_drift_jensen_shannon_bits", "Jensen-Shannon divergence.", d -> d.jensenShannon());
        text.metric("bkd_estimated_prior", "gauge", "Estimated share of each class in the traffic.");
        for (Measured one : measured) {
            List<String> labels = one.model().classifier().trained().counts().labels();
            for (int c = 0; c < labels.size(); c++) {
                double share = one.drift().prior().prior().get(c);
                text.value(share, "model", one.model().name(), "class", labels.get(c));
            }
        }
    }

    private record Measured(LoadedModel model, Drift drift) {}

    private static void divergence(
            PrometheusText text,
            List<Measured> measured,
            String name,
            String help,
            ToDoubleFunction<Divergence> figure) {
        text.metric(name, "gauge", help);
        measured.forEach(one -> {
            of(text, one, "classes", Drift::classes, figure);
            of(text, one, "confidence", Drift::confidence, figure);
            of(text, one, "unknown_words", Drift::unknown, figure);
        });
    }

    private static void of(
            PrometheusText text,
            Measured one,
            String distribution,
            Function<Drift, Divergence> divergence,
            ToDoubleFunction<Divergence> figure) {
        double value = figure.applyAsDouble(divergence.apply(one.drift()));
        text.value(value, "model", one.model().name(), "distribution", distribution);
    }
}
