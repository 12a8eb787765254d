package io.github.bkd4j.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bkd4j.archive.Archive;
import io.github.bkd4j.archive.ArchiveException;
import io.github.bkd4j.archive.ArchiveFormat;
import io.github.bkd4j.image.ImageEncoder;
import io.github.bkd4j.network.Network;
import io.github.bkd4j.text.TextEncoder;
import io.github.bkd4j.text.Tokenizer;
import io.github.bkd4j.text.Vocabulary;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A classifier in one file: data alone, never code; see docs/architecture.md for its layout. */
final class ModelArchive {

    static final ArchiveFormat FORMAT = new ArchiveFormat("bkd-model", "model", 1, true);
    private static final String MODEL = "model.json";
    private static final String CARD = "card.md";

    private ModelArchive() {}

    static void write(Classifier<?> classifier, Optional<String> card, Path file) {
        Map<String, byte[]> blocks = new LinkedHashMap<>();
        try {
            blocks.put(MODEL, json(classifier, file));
            NetworkBlocks.write(classifier.network(), blocks);
        } catch (IllegalArgumentException e) {
            throw new ModelException(file + ": " + e.getMessage(), e);
        }
        card.ifPresent(text -> blocks.put(CARD, text.getBytes(UTF_8)));
        FORMAT.write(file, blocks);
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
        try {
            Archive entries = FORMAT.read(file);
            ImageJson json = ImageJson.read(entries.block(MODEL));
            return new ImageClassifier(
                    json.encoder(),
                    NetworkBlocks.read(entries),
                    json.trainingCounts(),
                    new Provenance(json.provenance()));
        } catch (ArchiveException e) {
            throw new ModelException(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ModelException(file + ": " + e.getMessage(), e);
        }
    }

    static TextClassifier read(Path file, Tokenizer tokenizer) {
        try {
            Archive entries = FORMAT.read(file);
            ModelJson json = ModelJson.read(entries.block(MODEL));
            TextEncoder encoder = json.encoder(tokenizer);
            Network network = NetworkBlocks.read(entries);
            requireTables(network, encoder.vocabulary());
            return new TextClassifier(encoder, network, json.trainingCounts(), new Provenance(json.provenance()));
        } catch (ArchiveException e) {
            throw new ModelException(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ModelException(file + ": " + e.getMessage(), e);
        }
    }

    /** A token without a row would be found by the first text that has it. */
    private static void requireTables(Network network, Vocabulary vocabulary) {
        network.texts().forEach((name, vertex) -> {
            if (vocabulary.size() > vertex.vocabulary()) {
                throw new IllegalArgumentException("tokens must be at most " + (vertex.vocabulary() - 1)
                        + ", as many as the table of " + name + " has rows for, but were " + (vocabulary.size() - 1));
            }
        });
    }

    /** The model card; archives are whole without one. */
    static Optional<String> card(Path file) {
        try {
            return FORMAT.read(file).find(CARD).map(bytes -> new String(bytes, UTF_8));
        } catch (ArchiveException e) {
            throw new ModelException(String.valueOf(e.getMessage()), e);
        }
    }
}
