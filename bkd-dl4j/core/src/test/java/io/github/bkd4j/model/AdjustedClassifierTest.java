package io.github.bkd4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.LogitAdjusted;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.TemperatureScaling;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.network.Head;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done to a classifier's logits after its training. */
class AdjustedClassifierTest {

    private static final Corpus<String> CORPUS = Toy.corpus(1, 20, 10, 5);
    private static final Corpus<String> UNSEEN = Toy.corpus(2, 9, 9, 9);
    private static final ClassCounts TRAFFIC = new ClassCounts(List.of("c", "a", "b"), List.of(1L, 70L, 29L));

    @TempDir
    Path folder;

    static Stream<Architecture<String>> architectures() {
        return Stream.of(Toy.bag(), Toy.cnn());
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void aPriorIsAddedInLogarithms(Architecture<String> architecture) {
        TextClassifier classifier = Trainer.train(architecture, CORPUS);
        Logits before = classifier.predict(UNSEEN.instances());

        Logits after = classifier.withPrior(TRAFFIC).predict(UNSEEN.instances());

        for (int i = 0; i < UNSEEN.size(); i++) {
            float[] shift = {(float) Math.log(0.7), (float) Math.log(0.29), (float) Math.log(0.01)};
            for (int c = 0; c < 3; c++) {
                assertThat(after.row(i)[c]).isCloseTo(before.row(i)[c] + shift[c], within(1e-5f));
            }
        }
        assertThat(classifier.predict(UNSEEN.instances()).row(0)).containsExactly(before.row(0)); // it is a copy
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void postHocAdjustmentIsThatOfThePredictor(Architecture<String> architecture) {
        TextClassifier classifier = Trainer.train(architecture, CORPUS);
        Logits expected = new LogitAdjusted<>(classifier, TRAFFIC, 1.5).predict(UNSEEN.instances());

        Classifier<String> adjusted = classifier.adjusted(TRAFFIC, 1.5);

        Logits actual = adjusted.predict(UNSEEN.instances());
        for (int c = 0; c < 3; c++) {
            assertThat(actual.row(0)[c]).isCloseTo(expected.row(0)[c], within(1e-5f));
        }
        assertThat(adjusted.provenance().entries()).containsEntry("logit adjustment", "1.5");
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void calibrationDividesLogitsByTheFittedTemperature(Architecture<String> architecture) {
        TextClassifier classifier = Trainer.train(architecture, CORPUS);
        double temperature = TemperatureScaling.fit(classifier.predict(UNSEEN.instances()), UNSEEN);

        Classifier<String> calibrated = classifier.calibrated(UNSEEN);

        for (int c = 0; c < 3; c++) {
            assertThat(calibrated.predict(UNSEEN.instances()).row(0)[c])
                    .isCloseTo((float) (classifier.predict(UNSEEN.instances()).row(0)[c] / temperature), within(1e-5f));
        }
        assertThat(TemperatureScaling.fit(calibrated.predict(UNSEEN.instances()), UNSEEN))
                .isCloseTo(1, within(1e-4));
        assertThat(calibrated.provenance().entries()).containsKey("temperature");
    }

    @Test
    void itCanBeSaved() {
        Classifier<String> adjusted = Trainer.train(Toy.bag(), CORPUS).withPrior(TRAFFIC);

        adjusted.save(folder.resolve("adjusted.bkd"));

        assertThat(TextClassifier.load(folder.resolve("adjusted.bkd")).classify(UNSEEN.instances()))
                .isEqualTo(adjusted.classify(UNSEEN.instances()));
    }

    @Test
    void whatItRefuses() {
        TextClassifier classifier = Trainer.train(Toy.bag(), CORPUS);
        ClassCounts without = new ClassCounts(List.of("a", "b", "c"), List.of(1L, 2L, 0L));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> classifier.withPrior(without))
                .withMessage("the counts must have at least one instance of each class but had none of 'c'");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Trainer.train(Toy.bag().withHead(Head.COSINE), CORPUS).withPrior(TRAFFIC))
                .withMessage("logits can be shifted only where they are a linear function of features, but the output "
                        + "layer was a cosine one");
    }
}
