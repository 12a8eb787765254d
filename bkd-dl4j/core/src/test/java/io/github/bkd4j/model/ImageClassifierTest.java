package io.github.bkd4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.Toy;
import io.github.bkd4j.ToyImages;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.image.Augmentation;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.image.ImageEncoder;
import io.github.bkd4j.image.ImageEncoding;
import io.github.bkd4j.network.CifarResNet;
import io.github.bkd4j.network.Network;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.learning.config.Adam;

class ImageClassifierTest {

    private static final Corpus<Image> CORPUS = ToyImages.corpus(1, 4, 3, 2);

    @TempDir
    private Path folder;

    private static Classifier<Image> classifier() {
        ImageEncoder encoder = new ImageEncoding(Augmentation.CROP_AND_FLIP).fit(CORPUS.instances());
        Network network = new Network(CifarResNet.of(8).build(encoder.shape(), 3, new Adam(), 7));
        return new Classifier<>(encoder, network, CORPUS.counts(), new Provenance(new TreeMap<>(Map.of("seed", "7"))));
    }

    @Test
    void itComesBackToTheLastBit() {
        Classifier<Image> saved = classifier();
        Path file = folder.resolve("images.bkd");
        saved.save(file);

        ImageClassifier loaded = ImageClassifier.load(file);

        assertThat(loaded.classify(CORPUS.instances())).isEqualTo(saved.classify(CORPUS.instances()));
        assertThat(loaded.trainingCounts()).isEqualTo(new ClassCounts(List.of("a", "b", "c"), List.of(4L, 3L, 2L)));
        assertThat(loaded.provenance()).isEqualTo(saved.provenance());
        assertThat(loaded.parameters()).isEqualTo(saved.parameters());
    }

    @Test
    void aModelOfTheOtherKindIsRefused() {
        Path images = folder.resolve("images.bkd");
        classifier().save(images);
        assertThatThrownBy(() -> TextClassifier.load(images))
                .isInstanceOf(ModelException.class)
                .hasMessage(images + ": the model must be one of texts but is one of images");

        Path texts = folder.resolve("texts.bkd");
        Trainer.train(Toy.bag(), Toy.corpus(1, 10, 5)).save(texts);
        assertThatThrownBy(() -> ImageClassifier.load(texts))
                .isInstanceOf(ModelException.class)
                .hasMessage(texts + ": the model must be one of images but is one of texts");
    }
}
