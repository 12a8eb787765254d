package io.github.bkd4j.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bkd4j.image.ImageEncoder;
import io.github.bkd4j.text.TextEncoder;
import io.github.bkd4j.text.Tokenizer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A classifier in one file: data alone, never code; see docs/architecture.md for its layout. */
final class ModelArchive {

    private static final String MODEL = "model.json";
    private static final String CARD = "card.md";

    private ModelArchive() {}

    static void write(Classifier<?> classifier, Optional<String> card, Path file) {
        Map<String, byte[]> blocks = new LinkedHashMap<>();
        blocks.put(MODEL, json(classifier, file));
        NetworkBlocks.write(classifier.network(), blocks);
        card.ifPresent(text -> blocks.put(CARD, text.getBytes(UTF_8)));
        ArchiveEntries.write(file, blocks);
    }

    private static byte[] json(Classifier<?> classifier, Path file) {
        if (classifier.encoder() instanceof TextEncoder encoder) {
            return ModelJson.write(classifier, encoder);
        }
        if (classifier.encoder() instanceof ImageEncoder encoder) {
            return ImageJson.write(classifier, encoder);
        }
        throw new ModelException(file + ": only classifiers of texts or images can be saved");
    }

    static ImageClassifier readImages(Path file) {
        ArchiveEntries entries = ArchiveEntries.read(file);
        try {
            ImageJson json = ImageJson.read(entries.block(MODEL));
            return new ImageClassifier(
                    json.encoder(),
                    NetworkBlocks.read(entries),
                    json.trainingCounts(),
                    new Provenance(json.provenance()));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ModelException(file + ": " + e.getMessage(), e);
        }
    }

    static TextClassifier read(Path file, Tokenizer tokenizer) {
        ArchiveEntries entries = ArchiveEntries.read(file);
        try {
            ModelJson json = ModelJson.read(entries.block(MODEL));
            return new TextClassifier(
                    json.encoder(tokenizer),
                    NetworkBlocks.read(entries),
                    json.trainingCounts(),
                    new Provenance(json.provenance()));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ModelException(file + ": " + e.getMessage(), e);
        }
    }

    /** The model card; archives are whole without one. */
    static Optional<String> card(Path file) {
        return ArchiveEntries.read(file).find(CARD).map(bytes -> new String(bytes, UTF_8));
    }
}
