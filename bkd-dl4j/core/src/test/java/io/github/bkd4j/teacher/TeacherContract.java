package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every teacher does. */
abstract class TeacherContract {

    /** The training split; its last class has one instance. */
    static final Corpus<String> CORPUS = Toy.corpus(1, 9, 5, 3, 1);

    abstract Teacher<String> teacher() throws IOException;

    @Test
    void itHasAName() throws IOException {
        assertThat(teacher().name()).isNotBlank();
    }

    @Test
    void itsLabelsAreThoseOfTheTrainingSplit() throws IOException {
        assertThat(teacher().predict(CORPUS).labels()).isEqualTo(CORPUS.labels());
    }

    @Test
    void itHasOneRowAnInstance() throws IOException {
        assertThat(teacher().predict(CORPUS).size()).isEqualTo(CORPUS.size());
    }

    @Test
    void whatItSaysIsFinite() throws IOException {
        Logits logits = teacher().predict(CORPUS);
        int[] speaking =
                IntStream.range(0, logits.size()).filter(logits::speaks).toArray();

        assertThat(speaking).isNotEmpty();
        for (int row : speaking) {
            for (float logit : logits.row(row)) {
                assertThat(logit).isFinite();
            }
        }
    }

    @Test
    void itSaysTheSameOfTheSameCorpus() throws IOException {
        Teacher<String> teacher = teacher();
        Corpus<String> equal = CORPUS.rows(IntStream.range(0, CORPUS.size()).toArray());

        Logits logits = teacher.predict(CORPUS);
        assertSame(teacher.predict(CORPUS), logits);
        assertSame(teacher.predict(equal), logits);
        assertSame(teacher().predict(CORPUS), logits);
    }

    /** To the last bit, silence included. */
    static void assertSame(Logits actual, Logits expected) {
        assertThat(actual.labels()).isEqualTo(expected.labels());
        assertThat(actual.size()).isEqualTo(expected.size());
        for (int row = 0; row < expected.size(); row++) {
            assertThat(actual.speaks(row)).isEqualTo(expected.speaks(row));
            if (expected.speaks(row)) {
                assertThat(actual.row(row)).isEqualTo(expected.row(row));
            }
        }
    }
}
