package io.github.bkd4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.loss.BkdLoss;
import io.github.bkd4j.loss.CrossEntropyLoss;
import io.github.bkd4j.loss.LogitLoss;
import io.github.bkd4j.objective.Phase;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetsTest {

    private static final Corpus<String> CORPUS = Toy.corpus(1, 2, 1);
    private static final LogitLoss LABELLED = loss(1);
    private static final LogitLoss UNLABELLED = loss(0.5);

    /** The first two of the three texts have a label. */
    private static final TrainingData DATA = new TrainingData(
            Toy.bag().encoding().fit(CORPUS.instances()).encode(CORPUS.instances()),
            Arrays.copyOf(CORPUS.classes(), 2),
            CORPUS.counts(),
            new Logits(CORPUS.labels(), new float[][] {{1, 0}, {0, 2}, {1, 0}}));

    private static LogitLoss loss(double tempering) {
        return new BkdLoss(2, 1, tempering, List.of(0.5, 1.5), new CrossEntropyLoss());
    }

    @Test
    void softTargetsOfTextsWithoutALabelAreMadeByTheirOwnLoss() {
        float[] rows = new Targets(new Phase(0, LABELLED, UNLABELLED), DATA, false)
                .labels(new int[] {0, 2})
                .data()
                .asFloat();
        int width = rows.length / 2;

        assertThat(Arrays.copyOfRange(rows, 2, width)).isEqualTo(LABELLED.beside(new float[] {1, 0}));
        assertThat(Arrays.copyOfRange(rows, width, width + 2)).containsOnly(0);
        assertThat(Arrays.copyOfRange(rows, width + 2, 2 * width)).isEqualTo(UNLABELLED.beside(new float[] {1, 0}));
    }

    /** There, one loss softens what the teacher says of each batch. */
    @Test
    void aTeacherInTheGraphTreatsAllAlike() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Targets(new Phase(0, LABELLED, UNLABELLED), DATA, true))
                .withMessage(
                        "unlabelled instances of a student with augmentation must have the loss of the labelled ones"
                                + " but had another tempering");
        assertThat(new Targets(new Phase(0, LABELLED), DATA, true)
                        .labels(new int[] {2})
                        .length())
                .isEqualTo(2);
    }
}
