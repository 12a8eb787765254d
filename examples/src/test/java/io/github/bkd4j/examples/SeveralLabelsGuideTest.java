package io.github.bkd4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.corpus.Columns;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabelSplits;
import io.github.bkd4j.distill.MultiLabelDistillation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.evaluate.Thresholds;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.MultiLabelClassifier;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.objective.MultiLabelObjective;
import io.github.bkd4j.train.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the Java of the pages about several labels, as {@link GuideTest} does that of the others. */
class SeveralLabelsGuideTest {

    @TempDir
    private static Path folder;

    /** Knows the labels by their words. */
    private static Predictor<String> teacher = texts -> new Logits(
            List.of("late", "lost"),
            texts.stream()
                    .map(text -> new float[] {text.contains("late") ? 2 : -2, text.contains("lost") ? 2 : -2})
                    .toArray(float[][]::new));

    private static Path file(String name) {
        return folder.resolve(name);
    }

    private static String row(int i) {
        return switch (i % 4) {
            case 0 -> "{\"labels\": [\"late\"], \"text\": \"parcel %d is late\"}".formatted(i);
            case 1 -> "{\"labels\": [\"lost\"], \"text\": \"parcel %d is lost\"}".formatted(i);
            case 2 -> "{\"labels\": [\"late\", \"lost\"], \"text\": \"parcel %d is late or lost\"}".formatted(i);
            default -> "{\"labels\": [], \"text\": \"thank you %d times\"}".formatted(i);
        };
    }

    @BeforeAll
    static void write() throws IOException {
        Files.writeString(
                file("topics.jsonl"),
                IntStream.range(0, 40).mapToObj(SeveralLabelsGuideTest::row).collect(Collectors.joining("\n")));
        Files.writeString(file("tags.csv"), "label,text\nlate|lost,where is it\nlost,gone\n");
    }

    /** docs/guide/corpora.md. */
    @Test
    void corpora() {
        MultiLabelCorpus<String> topics = MultiLabelCorpus.read(file("topics.jsonl"));
        MultiLabelCorpus<String> tags = MultiLabelCorpus.read(file("tags.csv"), Columns.standard(), "|");
        MultiLabelSplits<String> splits = topics.split(0.8, 0.1, 0.1, 7); // iterative stratification

        assertThat(splits.train().size()).isEqualTo(32);
        assertThat(tags.labels()).containsExactly("late", "lost");
    }

    /** docs/guide/several-labels.md. */
    @Test
    void theParts() {
        MultiLabelCorpus<String> validation = MultiLabelCorpus.read(file("topics.jsonl"));
        Logits heldOut = teacher.predict(validation.instances());

        MultiLabelSplits<String> splits =
                MultiLabelCorpus.read(file("topics.jsonl")).split(0.8, 0, 0.2, 7);
        MultiLabelDistillation plan = MultiLabelDistillation.of(
                BagOfEmbeddings.wide(),
                new MultiLabelObjective.Distillation(Temperature.of(2), 1, 0.3, 0.9999),
                Schedule.of(40).withLearningRate(0.005),
                7);
        Logits logits = teacher.predict(splits.train().instances());
        MultiLabelClassifier student = plan.distill("head", logits, splits, List.of());
        student.withThresholds(Thresholds.one(heldOut, validation)).save(file("topics.bkd"));

        assertThat(MultiLabelClassifier.load(file("topics.bkd"))
                        .classify("my parcel is late")
                        .labels())
                .containsExactly("late");
    }
}
