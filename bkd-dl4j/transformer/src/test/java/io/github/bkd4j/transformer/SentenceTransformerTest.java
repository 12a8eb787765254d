package io.github.bkd4j.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.model.ModelException;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.train.Schedule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentenceTransformerTest {

    private static final Splits<String> SPLITS = Splits.of(
            corpus(
                    "my card was stolen", "card",
                    "I cannot find my card", "card",
                    "someone took my card from my wallet", "card",
                    "I lost my card on the train", "card",
                    "my parcel never came", "parcel",
                    "where is my package", "parcel",
                    "I forgot my password", "login"),
            corpus(
                    "my debit card is missing", "card",
                    "the courier did not deliver my order", "parcel",
                    "the site does not let me sign in", "login"));

    private static Corpus<String> corpus(String... textsAndLabels) {
        return Corpus.of(IntStream.range(0, textsAndLabels.length / 2)
                .mapToObj(i -> new Labeled<>(textsAndLabels[2 * i], textsAndLabels[2 * i + 1]))
                .toList());
    }

    private static List<String> predicted(Teacher<String> teacher) {
        Logits logits = teacher.predict(SPLITS.test().instances());
        return IntStream.range(0, logits.size())
                .mapToObj(row -> logits.labels().get(logits.top(row)))
                .toList();
    }

    /** None of the test texts shares a telling word with all of its class. */
    @Test
    void aFewTextsAreEnoughForATeacher() {
        Teacher<String> teacher = SentenceTransformer.miniLm().fit(SPLITS, 7);

        assertThat(teacher.name()).isEqualTo("transformer");
        assertThat(predicted(teacher)).containsExactly("card", "parcel", "login");
    }

    @Test
    void theSeedDecidesTheHead() {
        SentenceTransformer transformer = SentenceTransformer.miniLm().withSchedule(Schedule.of(2));
        float[] logits =
                transformer.fit(SPLITS, 7).predict(SPLITS.test().instances()).row(0);

        assertThat(transformer.fit(SPLITS, 7).predict(SPLITS.test().instances()).row(0))
                .isEqualTo(logits);
        assertThat(transformer.fit(SPLITS, 8).predict(SPLITS.test().instances()).row(0))
                .isNotEqualTo(logits);
    }

    @Test
    void theObjectiveIsAnOption() {
        SentenceTransformer adjusted = SentenceTransformer.miniLm().withObjective(Objectives.logitAdjusted(1));
        assertThat(predicted(adjusted.fit(SPLITS, 7))).containsExactly("card", "parcel", "login");
        assertThat(adjusted.objective()).isEqualTo(Objectives.logitAdjusted(1));
    }

    @Test
    void embeddingsAreKeptInTheFolder(@TempDir Path folder) throws Exception {
        SentenceTransformer.miniLm().cachedIn(folder).fit(SPLITS, 7);
        try (Stream<Path> files =
                Files.list(folder.resolve(SentenceEncoder.miniLm().fingerprint().hex()))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void theHeadIsAnArchitectureLikeAnyOther(@TempDir Path folder) {
        Classifier<String> classifier = Distillation.builder(
                        SentenceTransformer.miniLm().architecture())
                .objective(Objectives.crossEntropy())
                .epochs(1)
                .seed(7)
                .build()
                .train(SPLITS);
        Path file = folder.resolve("head.bkd");

        assertThat(classifier.parameters()).isEqualTo(384 * 3 + 3);
        assertThat(classifier.provenance().entries().get("student"))
                .isEqualTo("Perceptron(encoding=SentenceEncoding(encoder="
                        + SentenceEncoder.miniLm().fingerprint()
                        + "), hidden=0, dropout=0, head=Head.LINEAR, learningRate=0.2)")
                .contains(
                        "{\"files\": \"",
                        "\"name\": \"all-minilm-l6-v2-q\"",
                        "pooling=Pooling.MEAN",
                        "longTexts=LongTexts.CUT");
        assertThatThrownBy(() -> classifier.save(file))
                .isInstanceOf(ModelException.class)
                .hasMessage(file + ": only classifiers of tokens or images can be saved");
    }
}
