package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.model.Classifier;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** Asks a predictor once for each corpus, and keeps the logits for as long as the corpus is in use. */
final class RememberingTeacher<X> implements Teacher<X> {

    private final String name;
    private final Predictor<X> predictor;
    private final Map<Corpus<X>, Logits> remembered = Collections.synchronizedMap(new WeakHashMap<>());

    RememberingTeacher(String name, Predictor<X> predictor) {
        this.name = name;
        this.predictor = predictor;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Classifier<X>> classifier() {
        return predictor instanceof Classifier<X> classifier ? Optional.of(classifier) : Optional.empty();
    }

    @Override
    public Logits predict(Corpus<X> corpus) {
        return remembered.computeIfAbsent(corpus, predictor::predict);
    }
}
