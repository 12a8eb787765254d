package io.github.bkd4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.input.Inputs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrainingDataTest {

    private static final Corpus<String> CORPUS = Toy.corpus(1, 2, 1);
    private static final Inputs INPUTS =
            Toy.bag().encoding().fit(CORPUS.instances()).encode(CORPUS.instances());

    private static TrainingData data(int[] classes, @Nullable Logits teacher) {
        return new TrainingData(INPUTS, classes, CORPUS.counts(), teacher);
    }

    @Test
    void classesOfOtherInstancesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data(new int[2], null))
                .withMessage("classes must be [3] but were [2]");
    }

    @Test
    void moreClassesThanInstancesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data(new int[4], new Logits(List.of("a", "b"), new float[3][2])))
                .withMessage("classes must be at most [3] but were [4]");
    }

    @Test
    void logitsOfAnotherShapeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data(CORPUS.classes(), new Logits(List.of("a", "b"), new float[2][2])))
                .withMessage("teacher logits must be [3, 2] but were [2, 2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data(CORPUS.classes(), new Logits(List.of("a"), new float[3][1])))
                .withMessage("teacher logits must be [3, 2] but were [3, 1]");
    }

    @Test
    void aTeacherOfOtherClassesIsRefused() {
        for (List<String> labels : List.of(List.of("a", "c"), List.of("a", "a"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> data(CORPUS.classes(), new Logits(labels, new float[3][2])))
                    .withMessage("teacher must know the classes of the training split in their order, but class 1 must"
                            + " be 'b' and was '" + labels.get(1) + "'");
        }
    }

    @Test
    void theClassesAreCopied() {
        int[] classes = CORPUS.classes();
        TrainingData data = data(classes, null);
        classes[0] = 7;
        assertThat(data.classes()).isEqualTo(CORPUS.classes());
    }
}
