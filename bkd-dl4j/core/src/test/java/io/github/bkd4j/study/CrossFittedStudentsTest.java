package io.github.bkd4j.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.ToyCorpus;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.HeldOut;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.train.Schedule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossFittedStudentsTest {

    private static final TeacherRecipe LINEAR = TeacherRecipe.linear();
    private static final Corpus<String> TRAIN = ToyCorpus.of(1, 30, 12, 6);
    private static final Trial STUDENT = LossName.BKD.trial(
            LossSettings.usual(),
            LINEAR,
            BagOfEmbeddings.small(),
            Schedule.of(20).withBatchSize(8));

    private static HeldOut<String> crossFitted(Corpus<String> training) {
        return Study.of(Splits.of(training, training.rows(new int[0])), 3, LINEAR)
                .crossFitted(STUDENT);
    }

    @Test
    void everyTrainingTextIsPredictedByAStudentThatHasNotSeenIt() {
        HeldOut<String> heldOut = crossFitted(TRAIN);

        assertThat(heldOut.corpus().instances()).containsExactlyElementsOf(TRAIN.instances());
        assertThat(heldOut.logits().labels()).containsExactlyElementsOf(TRAIN.labels());
        assertThat(heldOut.predictions().topAccuracy(1)).isBetween(0.5, 1.0);
        assertThat(crossFitted(TRAIN).logits().row(7))
                .isEqualTo(heldOut.logits().row(7));
    }

    @Test
    void theOnlyTextOfAClassIsLeftOut() {
        List<Labeled<String>> rows = new ArrayList<>(List.of(new Labeled<>("z1 z2", "z")));
        for (int i = 0; i < TRAIN.size(); i++) {
            rows.add(new Labeled<>(TRAIN.instances().get(i), TRAIN.labels().get(TRAIN.classOf(i))));
        }
        HeldOut<String> heldOut = crossFitted(Corpus.of(rows));

        assertThat(heldOut.corpus().instances()).containsExactlyElementsOf(TRAIN.instances());
        assertThat(heldOut.logits().labels()).contains("z");
    }
}
