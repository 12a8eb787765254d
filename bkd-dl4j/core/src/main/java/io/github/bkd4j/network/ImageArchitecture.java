package io.github.bkd4j.network;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.image.ImageEncoder;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.model.Provenance;

/** An architecture for images. Training gives an {@link ImageClassifier}, which can be saved. */
public interface ImageArchitecture extends Architecture<Image> {

    @Override
    default ImageClassifier classifier(
            Encoder<Image> encoder, Network network, ClassCounts trainingCounts, Provenance provenance) {
        return new ImageClassifier((ImageEncoder) encoder, network, trainingCounts, provenance);
    }
}
