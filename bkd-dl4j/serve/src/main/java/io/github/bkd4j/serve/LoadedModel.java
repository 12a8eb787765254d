package io.github.bkd4j.serve;

import io.github.bkd4j.model.MultiLabelClassifier;
import io.github.bkd4j.model.SavedClassifier;
import io.github.bkd4j.model.SavedMultiLabelClassifier;
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
        ModelClassifier classifier,
        ClassGroups groups,
        ModelDescription description,
        Traffic traffic,
        ModelMetrics metrics) {

    /** Reads a file. */
    static LoadedModel read(String name, Path file, ModelMetrics metrics) {
        if (MultiLabelClassifier.isIn(file)) {
            SavedMultiLabelClassifier saved = SavedMultiLabelClassifier.load(file);
            return of(name, new ModelClassifier.LabelSets(saved.classifier()), saved.card(), metrics);
        }
        SavedClassifier saved = SavedClassifier.load(file);
        return of(name, new ModelClassifier.OneClass(saved.classifier()), saved.card(), metrics);
    }

    static LoadedModel of(String name, ModelClassifier classifier, Optional<String> card, ModelMetrics metrics) {
        ClassGroups groups = new ClassGroups(classifier.trained().counts());
        ModelDescription description = new ModelDescription(name, classifier, groups, card);
        return new LoadedModel(name, classifier, groups, description, new Traffic(classifier), metrics);
    }
}
