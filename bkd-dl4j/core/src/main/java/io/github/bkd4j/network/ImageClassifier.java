package io.github.bkd4j.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bkd4j.archive.Archive;
import io.github.bkd4j.archive.ArchiveException;
import io.github.bkd4j.archive.ArchiveFormat;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.image.ImageEncoder;
import io.github.bkd4j.model.ModelException;
import io.github.bkd4j.model.Provenance;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An image classifier, which can be saved and loaded. Thread-safe. */
public final class ImageClassifier extends NetworkClassifier<Image> {

    private static final String MODEL = "model.json";
    private static final String CARD = "card.md";
    private static final ArchiveFormat FORMAT = new ArchiveFormat("bkd-model", "model", 2, true, Set.of(CARD));

    private final ImageEncoder encoder;

    /**
     * Creates a classifier from a fitted encoder and a trained network.
     *
     * @param encoder fitted on the training split
     * @param network trained on inputs of the encoder
     * @param trainingCounts the training instances per class, in the order of the network's outputs
     * @param provenance how it was trained
     * @throws IllegalArgumentException if the network does not have one output per class
     */
    public ImageClassifier(ImageEncoder encoder, Network network, ClassCounts trainingCounts, Provenance provenance) {
        super(encoder, network, trainingCounts, provenance);
        this.encoder = encoder;
    }

    /**
     * Reads an archive that {@link io.github.bkd4j.model.Classifier#save(Path)} wrote.
     *
     * @param file the archive
     * @return a classifier with bit-identical predictions to the saved one
     * @throws ModelException if the file does not exist, is not an image model, is truncated or altered, or has a newer
     *     version
     */
    public static ImageClassifier load(Path file) {
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

    @Override
    protected ImageClassifier withLogits(double factor, double[] shifts, Provenance changed) {
        return new ImageClassifier(encoder, ShiftedLogits.of(network(), factor, shifts), trainingCounts(), changed);
    }

    @Override
    protected void save(Path file, Optional<String> card) {
        Map<String, byte[]> blocks = new LinkedHashMap<>();
        try {
            blocks.put(MODEL, ImageJson.write(this, encoder));
            NetworkBlocks.write(network(), blocks);
        } catch (IllegalArgumentException e) {
            throw new ModelException(file + ": " + e.getMessage(), e);
        }
        card.ifPresent(text -> blocks.put(CARD, text.getBytes(UTF_8)));
        FORMAT.write(file, blocks);
    }
}
