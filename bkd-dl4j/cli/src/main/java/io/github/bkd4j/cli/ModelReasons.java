package io.github.bkd4j.cli;

import io.github.bkd4j.explain.Explanation;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.report.Reasons;
import java.util.List;
import java.util.Optional;

/** A classifier's explanations as a report takes them. */
record ModelReasons(TextClassifier classifier) implements Reasons {

    @Override
    public List<Reason> of(String text, String label, Optional<String> other) {
        Explanation explanation = other.map(against -> classifier.explain(text, label, against))
                .orElseGet(() -> classifier.explain(text, label));
        return explanation.contributions().stream()
                .map(contribution -> new Reason(contribution.token(), contribution.value()))
                .toList();
    }
}
