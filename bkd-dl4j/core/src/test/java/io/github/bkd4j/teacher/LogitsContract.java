package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds of whatever a student learns from: teachers, and logits about one corpus. */
abstract class LogitsContract {

    /** The training split; its last class has one instance. */
    static final Corpus<String> CORPUS = Toy.corpus(1, 9, 5, 3, 1);

    /** The name of a fresh source. */
    abstract String name() throws IOException;

    /** What a fresh source says of the training split. */
    abstract Logits logits() throws IOException;

    @Test
    void itHasAName() throws IOException {
        assertThat(name()).isNotBlank();
    }

    @Test
    void itsLabelsAreThoseOfTheTrainingSplit() throws IOException {
        assertThat(logits().labels()).isEqualTo(CORPUS.labels());
    }

    @Test
    void itHasOneRowPerInstance() throws IOException {
        assertThat(logits().size()).isEqualTo(CORPUS.size());
    }

    @Test
    void whatItSaysIsFinite() throws IOException {
        Logits logits = logits();
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
    void aFreshOneSaysTheSame() throws IOException {
        assertSame(logits(), logits());
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
