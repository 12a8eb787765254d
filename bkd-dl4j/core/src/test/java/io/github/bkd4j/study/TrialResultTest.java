package io.github.bkd4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictions;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.report.History;
import io.github.bkd4j.train.Schedule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialResultTest {

    private static final Corpus<String> TRAINING =
            Corpus.of(List.of(new Labeled<>("late", "a"), new Labeled<>("lost", "a"), new Labeled<>("wet", "b")));
    private static final Trial CE =
            LossName.CE.trial(LossSettings.usual(), TeacherRecipe.linear(), BagOfEmbeddings.small(), Schedule.of(1));

    /** What a student of two classes says of one text, for which it has a logit of 1 and of 0. */
    private static String answer(Trial trial) {
        Corpus<String> test = TRAINING.rows(new int[] {0});
        Logits logits = new Logits(TRAINING.labels(), new float[][] {{1, 0}});
        TrialResult result = new TrialResult(logits, 1, 1, new History("ce", 1, Map.of()), TRAINING.counts());
        Evaluation<String> scored = result.scored(Evaluation.on(test, TRAINING.counts()), trial);
        Predictions predictions = scored.results().get(0).predictions();
        return predictions.labels().get(predictions.predicted(0));
    }

    /** The frequent class has log 2 = 0.69 more of the prior, so that tau 1 leaves 0.31 of the difference. */
    @Test
    void anAdjustmentIsAsStrongAsItIsSaid() {
        assertThat(answer(CE)).isEqualTo("a");
        assertThat(answer(CE.adjusted(0))).isEqualTo("a");
        assertThat(answer(CE.adjusted(1.4))).isEqualTo("a");
        assertThat(answer(CE.adjusted(1.5))).isEqualTo("b");
    }

    @Test
    void itsStrengthHasARange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CE.adjusted(-1))
                .withMessage("adjustment must be finite and >= 0 but was -1.0");
    }
}
