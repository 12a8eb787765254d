package io.github.bkd4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.input.Inputs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                .isThrownBy(() -> data(CORPUS.classes(), new Logits(List.of("a", "b", "b"), new float[3][3])))
                .withMessage("teacher logits must be [3, 2] but were [3, 3]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a,c         | and no others, but lacked 'b' and had 'c' besides
        a,a         | and no others, but lacked 'b' and had none besides
        a           | and no others, but lacked 'b' and had none besides
        a,b,c       | and no others, but lacked none and had 'c' besides
        1,2,3,4,5,6,7,8,9,10,11 | and no others, but lacked 'a', 'b' and had '1', '2', '3', '4', '5', '6', '7', '8', '9', '10' and 1 more besides
        b,a         | in their order, but class 0 must be 'a' and was 'b'
        """)
    void aTeacherOfOtherClassesIsRefused(String labels, String rest) {
        List<String> known = List.of(labels.split(","));
        assertThatExceptionOfType(CorpusException.class)
                .isThrownBy(() -> data(CORPUS.classes(), new Logits(known, new float[3][known.size()])))
                .withMessage("teacher must know the classes of the training split " + rest);
    }

    @Test
    void theClassesAreCopied() {
        int[] classes = CORPUS.classes();
        TrainingData data = data(classes, null);
        classes[0] = 7;
        assertThat(data.truth().classes()).isEqualTo(CORPUS.classes());
    }
}
