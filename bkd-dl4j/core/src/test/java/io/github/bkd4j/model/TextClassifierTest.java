package io.github.bkd4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.input.DenseInputs;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.network.Network;
import io.github.bkd4j.network.Perceptron;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.learning.config.NoOp;

class TextClassifierTest {

    private static final Corpus<String> CORPUS = Toy.corpus(1, 20, 10, 5);
    private static final TextClassifier CLASSIFIER = Trainer.train(Toy.bag(), CORPUS);

    @TempDir
    Path folder;

    static Stream<Architecture<String>> architectures() {
        return Stream.of(Toy.bag(), Toy.bag().withHidden(4), Toy.bag().withWide(10), Toy.cnn());
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(CORPUS.instances());
        texts.addAll(List.of("", "gibberish", "a1 🤬 b2", "c3 ".repeat(1000)));
        return texts;
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void answersAsBeforeItWasSavedToTheLastBit(Architecture<String> architecture) {
        TextClassifier classifier = Trainer.train(architecture, CORPUS);
        classifier.save(folder.resolve("student.bkd"));
        TextClassifier loaded = TextClassifier.load(folder.resolve("student.bkd"));

        assertThat(loaded.classify(texts())).isEqualTo(classifier.classify(texts()));
        assertThat(loaded.trainingCounts()).isEqualTo(classifier.trainingCounts());
        assertThat(loaded.provenance()).isEqualTo(classifier.provenance());
        assertThat(loaded.parameters()).isEqualTo(classifier.parameters());
        assertThat(rows(loaded.predict(CORPUS.instances())))
                .isDeepEqualTo(rows(classifier.predict(CORPUS.instances())));
    }

    private static float[][] rows(Logits logits) {
        return IntStream.range(0, logits.size()).mapToObj(logits::row).toArray(float[][]::new);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void aCompactOneIsSmallerAndAnswersAsItsArchive(Architecture<String> architecture) {
        TextClassifier exact = Trainer.train(architecture, CORPUS);
        TextClassifier compact = exact.compact();
        TextClassifier loaded = TextClassifier.load(compact.archive());

        assertThat(compact.archive().length).isLessThan(exact.archive().length);
        assertThat(rows(loaded.predict(texts()))).isDeepEqualTo(rows(compact.predict(texts())));
        assertThat(loaded.archive()).isEqualTo(compact.archive());
        assertThat(compact.compact().archive()).isEqualTo(compact.archive());
        float[][] before = rows(exact.predict(texts()));
        float[][] after = rows(compact.predict(texts()));
        assertThat(after).isNotEqualTo(before);
        for (int text = 0; text < before.length; text++) {
            assertThat(after[text]).containsExactly(before[text], within(0.2f));
        }
    }

    /** Calibration changes what the votes are multiplied by. */
    @Test
    void aWideBagOfOtherLogitsIsSaved() {
        TextClassifier scaled = Trainer.train(Toy.bag().withWide(10), CORPUS)
                .withLogits(0.5, new double[] {1, 2, 3}, CLASSIFIER.provenance());
        TextClassifier loaded = TextClassifier.load(scaled.archive());
        assertThat(rows(loaded.predict(texts()))).isDeepEqualTo(rows(scaled.predict(texts())));
    }

    @Test
    void aCardTravelsInTheArchive() {
        Path file = folder.resolve("student.bkd");
        CLASSIFIER.save(file, "# student\n\nfor tickets, \u00fc \ud83d\ude00\n");

        assertThat(TextClassifier.card(file)).hasValue("# student\n\nfor tickets, \u00fc \ud83d\ude00\n");
        assertThat(TextClassifier.load(file).classify(texts())).isEqualTo(CLASSIFIER.classify(texts()));
    }

    @Test
    void anArchiveWithoutACardIsWhole() {
        Path file = folder.resolve("student.bkd");
        CLASSIFIER.save(file);

        assertThat(TextClassifier.card(file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void theSameClassifierGivesTheSameFile(Architecture<String> architecture) throws IOException {
        TextClassifier classifier = Trainer.train(architecture, CORPUS);
        Path first = folder.resolve("first.bkd");
        Path second = folder.resolve("second.bkd");
        Path third = folder.resolve("third.bkd");
        classifier.save(first);
        Trainer.train(architecture, CORPUS).save(second);
        TextClassifier.load(first).save(third);

        assertThat(Files.readAllBytes(second)).isEqualTo(Files.readAllBytes(first));
        assertThat(Files.readAllBytes(third)).isEqualTo(Files.readAllBytes(first));
    }

    @Test
    void oneTextAnswersAsAmongOthers() {
        List<Classification> all = CLASSIFIER.classify(CORPUS.instances());
        for (int i = 0; i < CORPUS.size(); i++) {
            assertThat(CLASSIFIER.classify(CORPUS.instances().get(i)).label())
                    .isEqualTo(all.get(i).label());
        }
        assertThat(CLASSIFIER.classify(List.of())).isEmpty();
    }

    @Test
    void fourThreadsGetTheAnswersOfOne() throws Exception {
        List<Classification> expected = CLASSIFIER.classify(texts());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Classification>>> answers =
                    threads.invokeAll(Collections.nCopies(40, () -> CLASSIFIER.classify(texts())));
            for (Future<List<Classification>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without its checks may do
    void nullIsNoText() {
        assertThatNullPointerException()
                .isThrownBy(() -> CLASSIFIER.classify((String) null))
                .withMessage("instance must be given but was null");
        assertThatNullPointerException()
                .isThrownBy(() -> CLASSIFIER.classify(Arrays.asList("a0", null)))
                .withMessage("instance 2 must be given but was null");
    }

    private static void refuses(Path file, String reason) {
        assertThatThrownBy(() -> CLASSIFIER.save(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file + ": " + reason);
    }

    @Test
    void aFolderThatIsAFileCannotBeWrittenTo() throws IOException {
        Path occupied = Files.createFile(folder.resolve("models"));
        refuses(occupied.resolve("student.bkd"), occupied + " is not a folder");
    }

    @Test
    void aReadOnlyFolderCannotBeWrittenTo() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("models"));
        assumeThat(closed.toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(closed)).isFalse(); // root may write everywhere
        refuses(closed.resolve("student.bkd"), "permission denied");
    }

    @Test
    void aNetworkOfOtherClassesIsRefused() {
        ClassCounts two = new ClassCounts(List.of("a", "b"), List.of(1L, 1L));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TextClassifier(CLASSIFIER.model(), two, CLASSIFIER.provenance()))
                .withMessage("network must have one output per class, 2, but had 3");
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void itTravelsInMemory(Architecture<String> architecture) throws IOException {
        TextClassifier classifier = Trainer.train(architecture, CORPUS);
        Path file = folder.resolve("student.bkd");
        classifier.save(file);

        assertThat(classifier.archive()).isEqualTo(Files.readAllBytes(file));
        assertThat(TextClassifier.load(classifier.archive()).classify(texts())).isEqualTo(classifier.classify(texts()));
        InputStream in = new ByteArrayInputStream(classifier.archive());
        assertThat(TextClassifier.load(in).classify(texts())).isEqualTo(classifier.classify(texts()));
    }

    @Test
    void damagedMemoryIsRefused() {
        byte[] archive = CLASSIFIER.archive();
        byte[] half = Arrays.copyOf(archive, archive.length / 2);
        byte[] altered = archive.clone();
        altered[archive.length / 2] ^= 1;

        assertThatThrownBy(() -> TextClassifier.load(new byte[3]))
                .isInstanceOf(ModelException.class)
                .hasMessage("3 bytes: not a bkd model");
        assertThatThrownBy(() -> TextClassifier.load(half))
                .isInstanceOf(ModelException.class)
                .hasMessage(half.length + " bytes: the model is cut off");
        assertThatThrownBy(() -> TextClassifier.load(altered))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(archive.length + " bytes: the model is altered: ");
    }

    @Test
    void aNetworkThatNoArchiveKnowsCannotBeSaved() {
        Perceptron<Integer> numbers = Perceptron.linear(training -> new Encoder<>() {
            @Override
            public InputShape shape() {
                return new InputShape.Vector(1);
            }

            @Override
            public Inputs encode(List<Integer> instances) {
                return new DenseInputs(new float[instances.size()][1]);
            }
        });
        Encoder<Integer> encoder = numbers.encoding().fit(List.of(1, 2));
        Network network = new Network(numbers.build(encoder.shape(), 3, new NoOp(), 7));
        Classifier<Integer> classifier =
                numbers.classifier(encoder, network, CLASSIFIER.trainingCounts(), CLASSIFIER.provenance());
        Path file = folder.resolve("numbers.bkd");

        assertThatThrownBy(() -> classifier.save(file))
                .isInstanceOf(ModelException.class)
                .hasMessage(file + ": only classifiers of tokens or images can be saved");
        assertThat(file).doesNotExist();
    }
}
