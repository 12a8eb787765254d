package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.ToySets;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.loss.Temperature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of logits and probabilities of texts with sets of labels. */
class LabelSetLogitsFileTest {

    private static final MultiLabelCorpus<String> CORPUS = ToySets.corpus(1, 10).rows(new int[] {0, 1});

    @TempDir
    private Path folder;

    private LogitsFile<String> file = LogitsFile.ofTexts(Path.of("t.npy"));

    @BeforeEach
    void inTheFolder() {
        file = LogitsFile.ofTexts(folder.resolve("t.npy"));
    }

    private void write(float[]... rows) {
        file.write("t", new Logits(CORPUS.labels(), rows), CORPUS);
    }

    @Test
    void logitsAreThoseThatWereWritten() {
        write(new float[] {1, -2, 3}, new float[] {4, 5, -6});

        assertThat(file.about(CORPUS).row(1)).containsExactly(4, 5, -6);
    }

    @Test
    void columnsAreOrderedByTheLabels() throws IOException {
        write(new float[] {1, -2, 3}, new float[] {4, 5, -6});
        Files.writeString(file.labels(), "c\na\nb\n");
        Files.delete(folder.resolve("t.npy.json"));

        assertThat(file.about(CORPUS).row(0)).containsExactly(-2, 3, 1);
    }

    @Test
    void anotherCorpusIsRefused() {
        write(new float[3], new float[3]);

        assertThatThrownBy(() -> file.about(ToySets.corpus(2, 10).rows(new int[] {0, 1})))
                .isInstanceOf(LogitsException.class)
                .hasMessageStartingWith(file.npy() + ": logits must be about the corpus asked for, fingerprint ");
        assertThatThrownBy(() -> file.about(ToySets.corpus(1, 10)))
                .isInstanceOf(LogitsException.class)
                .hasMessage(file.npy() + ": must have one row per instance, 10, but had 2");
    }

    /** 0.75 are odds of 3; T0 = 2 doubles their logarithm; 0 and 1 are kept apart from infinity. */
    @Test
    void probabilitiesBecomeLogOdds() {
        write(new float[] {0.75f, 0.5f, 1}, new float[] {0, 0.25f, 0.5f});

        Logits logits = file.probabilitiesAbout(CORPUS, Temperature.of(2));

        assertThat(logits.row(0)[0]).isCloseTo((float) (2 * Math.log(3)), within(1e-6f));
        assertThat(logits.row(0)[1]).isZero();
        assertThat(logits.row(0)[2]).isCloseTo((float) (2 * Math.log(1e12)), within(1e-3f));
        assertThat(logits.row(1)[0]).isCloseTo((float) (-2 * Math.log(1e12)), within(1e-3f));
    }

    /** A row need not sum to 1. */
    @Test
    void whatIsNoProbabilityIsRefused() {
        write(new float[] {0.9f, 0.9f, 0}, new float[] {0, 1.5f, 0});

        assertThatThrownBy(() -> file.probabilitiesAbout(CORPUS, Temperature.of(1)))
                .isInstanceOf(LogitsException.class)
                .hasMessage(file.npy() + ": probabilities must be in [0, 1] but row 1, column 1 was 1.5");
    }
}
