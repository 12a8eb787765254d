package io.github.bkd4j.model;

import io.github.bkd4j.archive.Archive;
import io.github.bkd4j.archive.ArchiveException;
import io.github.bkd4j.archive.ArchiveFormat;
import io.github.bkd4j.text.TextEncoder;
import io.github.bkd4j.text.Tokenizer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A classifier in one file: data alone, never code; see docs/architecture.md for its layout. */
final class ModelArchive {

    static final ArchiveFormat FORMAT = new ArchiveFormat("bkd-model", "model", 1, true);
    private static final String MODEL = "model.json";

    private ModelArchive() {}

    static void write(Classifier<?> classifier, Path file) {
        if (!(classifier.encoder() instanceof TextEncoder encoder)) {
            throw new ModelException(file + ": only text classifiers can be saved");
        }
        Map<String, byte[]> blocks = new LinkedHashMap<>();
        blocks.put(MODEL, ModelJson.write(classifier, encoder));
        NetworkBlocks.write(classifier.network(), blocks);
        FORMAT.write(file, blocks);
    }

    static TextClassifier read(Path file, Tokenizer tokenizer) {
        try {
            Archive entries = FORMAT.read(file);
            ModelJson json = ModelJson.read(entries.block(MODEL));
            return new TextClassifier(
                    json.encoder(tokenizer),
                    NetworkBlocks.read(entries),
                    json.trainingCounts(),
                    new Provenance(json.provenance()));
        } catch (ArchiveException e) {
            throw new ModelException(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ModelException(file + ": " + e.getMessage(), e);
        }
    }
}
