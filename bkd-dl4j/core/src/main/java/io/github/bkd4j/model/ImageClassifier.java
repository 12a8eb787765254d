package io.github.bkd4j.model;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.image.ImageEncoder;
import io.github.bkd4j.network.Network;
import java.nio.file.Path;

/** A classifier of images, as it comes out of an archive. Thread-safe. */
public final class ImageClassifier extends Classifier<Image> {

    /**
     * Joins what was trained together.
     *
     * @param encoder fitted on the training split
     * @param network trained on what the encoder yields
     * @param trainingCounts the classes, in the order of the network's outputs, with their training instances
     * @param provenance where it comes from
     * @throws IllegalArgumentException if the network has not one output a class
     */
    public ImageClassifier(ImageEncoder encoder, Network network, ClassCounts trainingCounts, Provenance provenance) {
        super(encoder, network, trainingCounts, provenance);
    }

    /**
     * Reads an archive that {@link Classifier#save} wrote.
     *
     * @param file the archive
     * @return a classifier that answers as the saved one did, to the last bit
     * @throws ModelException if the file is not there, not a model of images, cut off, altered, or of a newer version
     */
    public static ImageClassifier load(Path file) {
        return ModelArchive.readImages(file);
    }
}
