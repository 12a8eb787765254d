package io.github.bkd4j.model;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A classifier of label sets and its model card, of one archive.
 *
 * @param classifier with the standard tokenizer
 * @param card Markdown; empty if it was saved without one
 */
public record SavedMultiLabelClassifier(MultiLabelClassifier classifier, Optional<String> card) {

    /**
     * Reads both at once: in half the time, and of the same file where it is being replaced.
     *
     * @param file an archive that {@link MultiLabelClassifier#save(Path, String)} wrote
     * @return what it holds
     * @throws ModelException as {@link MultiLabelClassifier#load(Path)}
     */
    public static SavedMultiLabelClassifier load(Path file) {
        return ModelArchive.savedLabelSets(file);
    }
}
