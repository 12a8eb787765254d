package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.loss.Temperature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbabilitiesTest extends CorpusLogitsContract {

    private static final Corpus<String> TWO = Toy.corpus(1, 1, 1);

    @TempDir
    Path folder;

    private LogitsFile<String> file;

    @BeforeEach
    void nameFile() {
        file = LogitsFile.ofTexts(folder.resolve("p.npy"));
    }

    @Override
    CorpusLogits<String> known() throws IOException {
        return known(CORPUS, softened(StubTeacher.guessing(1).predict(CORPUS.instances()), 2), 2);
    }

    private CorpusLogits<String> known(Corpus<String> corpus, float[][] rows, double softenedAt) throws IOException {
        Files.write(file.npy(), Npy.table("<f8", false, rows));
        Files.writeString(file.labels(), String.join("\n", corpus.labels()));
        return file.asProbabilities(Temperature.of(softenedAt));
    }

    /** softmax(z / T), [instances, classes]. */
    private static float[][] softened(Logits logits, double temperature) {
        float[][] rows = new float[logits.size()][logits.labels().size()];
        for (int row = 0; row < rows.length; row++) {
            double sum = 0;
            for (float logit : logits.row(row)) {
                sum += Math.exp(logit / temperature);
            }
            for (int c = 0; c < rows[row].length; c++) {
                rows[row][c] = (float) (Math.exp(logits.row(row)[c] / temperature) / sum);
            }
        }
        return rows;
    }

    @Test
    void logitsByHand() throws IOException {
        Logits logits =
                known(TWO, new float[][] {{0.25f, 0.75f}, {0.5f, 0.5f}}, 3).about(TWO);

        assertThat(logits.row(0))
                .containsExactly(new float[] {(float) (3 * Math.log(0.25)), (float) (3 * Math.log(0.75))});
        assertThat(logits.row(1))
                .containsExactly(new float[] {(float) (3 * Math.log(0.5)), (float) (3 * Math.log(0.5))});
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "4, 0.5"})
    void theTeachersOwnProbabilitiesComeBack(long seed, double temperature) throws IOException {
        Logits original = StubTeacher.guessing(seed).predict(CORPUS.instances());

        Logits logits =
                known(CORPUS, softened(original, temperature), temperature).about(CORPUS);

        for (int row = 0; row < CORPUS.size(); row++) {
            assertThat(logits.probabilities(row)).containsExactly(original.probabilities(row), within(1e-5));
        }
    }

    @Test
    void zerosAreFlooredAndThatIsSaidOnce() throws IOException {
        try (Logged logged = new Logged(Probabilities.class)) {
            CorpusLogits<String> known = known(TWO, new float[][] {{0, 1}, {1, 1e-20f}}, 2);

            assertThat(known.about(TWO).row(0)).containsExactly((float) (2 * Math.log(1e-12)), 0);
            assertThat(known.about(TWO).row(1)).containsExactly(0, (float) (2 * Math.log(1e-12)));
            assertThat(logged.lines())
                    .containsExactly("WARN " + file.npy() + ": 2 probabilities below 1.0E-12 are taken as 1.0E-12");
        }
    }

    @Test
    void withoutZerosNothingIsSaid() throws IOException {
        try (Logged logged = new Logged(Probabilities.class)) {
            known(TWO, new float[][] {{0.5f, 0.5f}, {1e-11f, 1}}, 1);

            assertThat(logged.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0.9985f, 1.0015f, 0, 2})
    void aRowThatDoesNotSumToOneIsRefused(float sum) {
        float[][] rows = {{0.5f, 0.5f}, {sum / 2, sum / 2}};

        assertThatThrownBy(() -> known(TWO, rows, 1))
                .isInstanceOf(LogitsException.class)
                .hasMessage(file.npy() + ": probabilities of a row must sum to 1 within 0.001 but row 1 summed to "
                        + 2 * (double) (sum / 2));
    }

    @ParameterizedTest
    @ValueSource(floats = {0.9995f, 1.0005f})
    void aRowThatNearlySumsToOneIsTaken(float sum) throws IOException {
        assertThat(known(TWO, new float[][] {{0.5f, 0.5f}, {sum / 2, sum / 2}}, 1)
                        .about(TWO)
                        .row(1)[0])
                .isEqualTo((float) Math.log(sum / 2));
    }

    @Test
    void aNegativeNumberIsRefused() {
        assertThatThrownBy(() -> known(TWO, new float[][] {{0.5f, 0.5f}, {1.5f, -0.5f}}, 1))
                .isInstanceOf(LogitsException.class)
                .hasMessage(file.npy() + ": probabilities must be >= 0 but row 1, column 1 was -0.5");
    }

    @Test
    void silenceStaysSilence() {
        file.write(StubTeacher.saying(TWO.labels(), new float[][] {null, {0.25f, 0.75f}}), TWO);

        Logits logits = file.asProbabilities(Temperature.of(1)).about(TWO);

        assertThat(logits.speaks(0)).isFalse();
        assertThat(logits.row(1)).containsExactly((float) Math.log(0.25), (float) Math.log(0.75));
    }
}
