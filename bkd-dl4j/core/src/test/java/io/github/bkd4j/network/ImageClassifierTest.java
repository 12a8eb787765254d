package io.github.bkd4j.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.Toy;
import io.github.bkd4j.ToyImages;
import io.github.bkd4j.archive.ArchiveFormat;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.image.Augmentation;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.image.ImageEncoder;
import io.github.bkd4j.image.ImageEncoding;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.model.ModelException;
import io.github.bkd4j.model.Provenance;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.objective.Objectives;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.learning.config.Adam;

class ImageClassifierTest {

    private static final Corpus<Image> CORPUS = ToyImages.corpus(1, 4, 3, 2);

    @TempDir
    private Path folder;

    private static Classifier<Image> classifier() {
        ImageEncoder encoder = new ImageEncoding(Augmentation.CROP_AND_FLIP).fit(CORPUS.instances());
        Network network = new Network(CifarResNet.of(8).build(encoder.shape(), 3, new Adam(), 7));
        return new ImageClassifier(
                encoder, network, CORPUS.counts(), new Provenance(new TreeMap<>(Map.of("seed", "7"))));
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
        Corpus<String> corpus = Toy.corpus(1, 10, 5);
        Distillation.builder(Toy.bag())
                .objective(Objectives.crossEntropy())
                .epochs(1)
                .seed(7)
                .build()
                .train(Splits.of(corpus, corpus))
                .save(texts);
        assertThatThrownBy(() -> ImageClassifier.load(texts))
                .isInstanceOf(ModelException.class)
                .hasMessage(texts + ": the model must be one of images but is one of texts");
    }

    /** Replaces network.json in an archive whose manifest vouches for it. */
    private Path forged(UnaryOperator<String> change) throws IOException {
        Path file = folder.resolve("forged.bkd");
        classifier().save(file);
        Map<String, byte[]> blocks = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                blocks.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        blocks.remove("manifest.json");
        String json = new String(Objects.requireNonNull(blocks.get("network.json")), UTF_8);
        String other = change.apply(json);
        assertThat(other).isNotEqualTo(json);
        blocks.put("network.json", other.getBytes(UTF_8));
        new ArchiveFormat("bkd-model", "model", 2, true, Set.of()).write(file, blocks);
        return file;
    }

    private static void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> ImageClassifier.load(file))
                .isInstanceOf(ModelException.class)
                .hasMessage(file + ": " + message);
    }

    /** All of them begin as what the list names, or did so once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.deeplearning4j.nn.graph.ComputationGraph",
                "org.nd4j.linalg.dataset.DataSet",
                "org.nd4j.linalg.factory.Nd4j",
                "io.github.bkd4j.corpus.Corpus",
                "org.deeplearning4j.nn.confusing.Evil",
                "java.lang.Runtime"
            })
    void classesThatAreNoSettings(String name) throws IOException {
        assertRefused(
                forged(json -> json.replaceFirst("org\\.deeplearning4j\\.nn\\.[\\w.]+OutputLayer", name)),
                "network must be made of known classes but names " + name);
    }

    /** Of two equal keys DL4J would take the first and a check might see the last alone. */
    @Test
    void aClassHiddenBehindAnother() throws IOException {
        assertRefused(
                forged(json -> json.replaceFirst("(\"@class\" : )", "$1\"java.lang.Runtime\", $1")),
                "network.json must be JSON but was not");
    }

    @Test
    void aNetworkThatIsNone() throws IOException {
        assertRefused(forged(json -> "[".repeat(1_000_000)), "network.json must be JSON but was not");
        assertRefused(
                forged(json -> "{\"vertices\": 7}"),
                "network.json and parameters.f32 must describe a network but did not");
    }
}
