package io.github.bkd4j.teacher;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.model.Classifier;
import java.util.List;
import java.util.Optional;

/**
 * A predictor under a name.
 *
 * @param <X> what is classified
 * @param name for provenance
 * @param predictor predicts the logits
 */
record NamedTeacher<X>(String name, Predictor<X> predictor) implements Teacher<X> {

    @Override
    public Optional<Classifier<X>> classifier() {
        return predictor instanceof Classifier<X> classifier ? Optional.of(classifier) : Optional.empty();
    }

    @Override
    public Logits predict(List<X> instances) {
        return predictor.predict(instances);
    }
}
