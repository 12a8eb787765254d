package io.github.bkd4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.evaluate.Thresholds;
import io.github.bkd4j.explain.Contribution;
import io.github.bkd4j.explain.Explanation;
import io.github.bkd4j.model.MultiLabelClassification.Candidate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A classifier of label sets, made of the network of one of classes, and its archive. */
class MultiLabelClassifierTest {

    private static final String TEXT = "my parcel never came, I want my money back";

    @TempDir
    private Path folder;

    private static MultiLabelClassifier classifier(String kernel) {
        TextClassifier ofClasses = TextClassifier.load(VersionOneTest.file(kernel));
        return new MultiLabelClassifier(
                ofClasses.model(),
                ofClasses.trainingCounts(),
                Thresholds.all(ofClasses.labels(), 0.4),
                ofClasses.provenance());
    }

    @Test
    void aTextHasTheLabelsThatReachTheirThresholds() {
        MultiLabelClassifier classifier = classifier("bag");
        float[] logits = classifier.predict(List.of(TEXT)).row(0);
        MultiLabelClassification answer = classifier.classify(TEXT);

        assertThat(answer.candidates()).hasSize(logits.length);
        for (Candidate candidate : answer.candidates()) {
            double logit = logits[classifier.labels().indexOf(candidate.label())];
            assertThat(candidate.probability()).isCloseTo(1 / (1 + Math.exp(-logit)), within(1e-12));
            assertThat(candidate.isAssigned()).isEqualTo(candidate.probability() >= 0.4);
        }
        assertThat(answer.candidates().stream().map(Candidate::probability))
                .isSortedAccordingTo(Collections.reverseOrder());
        assertThat(answer.labels())
                .containsExactlyElementsOf(
                        answer.assigned().stream().map(Candidate::label).toList());
        assertThat(classifier
                        .withThresholds(Thresholds.all(classifier.labels(), 0))
                        .classify(TEXT)
                        .labels())
                .hasSize(logits.length);
        assertThat(classifier
                        .withThresholds(Thresholds.all(classifier.labels(), 1))
                        .classify(TEXT)
                        .labels())
                .isEmpty();
    }

    @Test
    void theArchiveAnswersAsTheClassifierDid() throws IOException {
        List<Double> values = IntStream.range(0, classifier("bag").labels().size())
                .mapToObj(c -> 0.3 + c / 10.0)
                .toList();
        MultiLabelClassifier classifier = classifier("bag")
                .withThresholds(new Thresholds(classifier("bag").labels(), values))
                .compact();
        Path file = folder.resolve("topics.bkd");
        classifier.save(file, "# Topics");

        MultiLabelClassifier read = MultiLabelClassifier.load(file);
        assertThat(read.classify(TEXT)).isEqualTo(classifier.classify(TEXT));
        assertThat(read.thresholds()).isEqualTo(classifier.thresholds());
        assertThat(read.trainingCounts()).isEqualTo(classifier.trainingCounts());
        assertThat(read.provenance()).isEqualTo(classifier.provenance());
        assertThat(read.parameters()).isEqualTo(classifier.parameters());
        assertThat(TextClassifier.card(file)).contains("# Topics");
        assertThat(MultiLabelClassifier.load(new ByteArrayInputStream(classifier.archive()))
                        .archive())
                .isEqualTo(classifier.archive());
    }

    @Test
    void eachKindOfModelRefusesTheOther() {
        Path several = folder.resolve("several.bkd");
        classifier("bag").save(several);
        Path one = folder.resolve("one.bkd");
        TextClassifier.load(VersionOneTest.file("bag")).save(one);

        assertThat(MultiLabelClassifier.isIn(several)).isTrue();
        assertThat(MultiLabelClassifier.isIn(one)).isFalse();
        assertThatThrownBy(() -> TextClassifier.load(several))
                .isInstanceOf(ModelException.class)
                .hasMessage(several + ": the model must be one of one class per text but is one of several labels per"
                        + " text");
        assertThatThrownBy(() -> MultiLabelClassifier.load(one))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        one + ": the model must be one of several labels per text but is one of one class per text");
        assertThatThrownBy(() -> MultiLabelClassifier.isIn(folder.resolve("none.bkd")))
                .isInstanceOf(ModelException.class)
                .hasMessage(folder.resolve("none.bkd") + ": no such model file");
    }

    @Test
    void theTokensOfABagAddUpToTheLogit() {
        MultiLabelClassifier classifier = classifier("bag");
        for (String label : classifier.labels()) {
            Explanation explanation = classifier.explain(TEXT, label);
            double logit =
                    classifier.predict(List.of(TEXT)).row(0)[classifier.labels().indexOf(label)];
            assertThat(explanation.difference()).isEqualTo(logit);
            assertThat(explanation.other()).isEmpty();
            assertThat(explanation.addsUp()).isTrue();
            assertThat(explanation.bias()
                            + explanation.contributions().stream()
                                    .mapToDouble(Contribution::value)
                                    .sum())
                    .isCloseTo(logit, within(1e-4));
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        MultiLabelClassifier classifier = classifier("bag");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> classifier.withThresholds(Thresholds.all(List.of("x"), 0.5)))
                .withMessage("thresholds must be of the labels " + classifier.labels() + " but were of [x]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> classifier.explain(TEXT, "x"))
                .withMessage("class must be one that the classifier knows but was 'x'");
    }
}
