package io.github.bkd4j.serve;

import io.github.bkd4j.model.TextClassifier;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model as one of its files had it.
 *
 * @param name that clients know it by
 * @param classifier what answers
 * @param groups how common its classes were in training
 * @param description JSON, all that a client is told of the model but the names of the others
 * @param traffic what it was asked lately
 * @param metrics of the name: they go on when the file is replaced
 */
record LoadedModel(
        String name,
        TextClassifier classifier,
        ClassGroups groups,
        ModelDescription description,
        Traffic traffic,
        ModelMetrics metrics) {

    /** Reads a file. */
    static LoadedModel read(String name, Path file, ModelMetrics metrics) {
        TextClassifier classifier = TextClassifier.load(file);
        Optional<String> card = TextClassifier.card(file);
        ClassGroups groups = new ClassGroups(classifier.trainingCounts());
        return new LoadedModel(
                name,
                classifier,
                groups,
                new ModelDescription(name, classifier, groups, card),
                new Traffic(classifier),
                metrics);
    }
}
