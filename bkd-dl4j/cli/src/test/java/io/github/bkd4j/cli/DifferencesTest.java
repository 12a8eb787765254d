package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private static final Corpus<String> TEST = Corpus.of(
            List.of(new Labeled<>("one", "head"), new Labeled<>("two", "middle"), new Labeled<>("three", "tail")));
    private static final ClassCounts TRAINING = new ClassCounts(List.of("head", "middle", "tail"), List.of(9L, 3L, 1L));

    /** Names these classes, one an instance. */
    private static Predictor<String> answering(int... classes) {
        float[][] logits = new float[classes.length][3]; // [instances, classes]
        for (int i = 0; i < classes.length; i++) {
            logits[i][classes[i]] = 1;
        }
        return corpus -> new Logits(TRAINING.labels(), logits);
    }

    @Test
    void areTakenSeedBySeed() {
        Evaluation<String> evaluation = Evaluation.on(TEST, TRAINING)
                .of("kd", 1, answering(0, 1, 0), 1, 1)
                .of("bkd", 1, answering(0, 1, 2), 1, 1)
                .of("kd", 2, answering(0, 1, 0), 1, 1)
                .of("bkd", 2, answering(1, 0, 2), 1, 1);
        assertThat(new Differences("bkd", evaluation.results()).table(List.of("kd")))
                .isEqualTo("""
                | bkd against |         balanced accuracy |                      head |                      tail |
                | ----------- | ------------------------: | ------------------------: | ------------------------: |
                | kd          | +0.000 (-0.333 to +0.333) | -0.500 (-1.000 to +0.000) | +1.000 (+1.000 to +1.000) |

                mean difference over the seeds (smallest to largest)""");
    }
}
