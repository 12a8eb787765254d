package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.text.TextEncoding;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NgramRegressionTest extends TeacherContract {

    private static final NgramRegression USUAL = NgramRegression.usual();

    @Override
    Teacher<String> teacher() {
        return Teacher.of("linear", USUAL.fit(CORPUS));
    }

    @Test
    void itLearnsWhatTheClassesHaveInCommon() {
        Predictor<String> predictor = USUAL.fit(Toy.corpus(1, 40, 30, 20));
        Corpus<String> unseen = Toy.corpus(2, 50, 50, 50);

        Logits logits = predictor.predict(unseen.instances());

        long right = IntStream.range(0, unseen.size())
                .filter(i -> logits.top(i) == unseen.classOf(i))
                .count();
        assertThat(right).isGreaterThan(145);
    }

    @Test
    void logitsAreTheLogarithmsOfProbabilities() {
        Logits logits = USUAL.fit(CORPUS).predict(CORPUS.instances());

        for (int i = 0; i < CORPUS.size(); i++) {
            float[] row = logits.row(i);
            double[] exponentials = IntStream.range(0, row.length)
                    .mapToDouble(c -> Math.exp(row[c]))
                    .toArray();
            assertThat(Arrays.stream(exponentials).sum()).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void theSameTextsGiveTheSameAnswers() {
        Logits once = USUAL.fit(CORPUS).predict(CORPUS.instances());
        Logits again = USUAL.fit(CORPUS).predict(CORPUS.instances());

        for (int i = 0; i < CORPUS.size(); i++) {
            assertThat(again.row(i)).containsExactly(once.row(i));
        }
    }

    @Test
    void aClassWithoutATextIsAllButImpossible() {
        int[] ofTwo = IntStream.range(0, CORPUS.size())
                .filter(i -> CORPUS.classOf(i) < 2)
                .toArray();
        Corpus<String> without = CORPUS.rows(ofTwo);

        Logits logits = USUAL.fit(without).predict(without.instances());

        assertThat(logits.labels()).isEqualTo(CORPUS.labels());
        assertThat(logits.probabilities(0)[2]).isLessThan(1e-9);
    }

    @Test
    void aTextOfUnknownWordsIsClassifiedToo() {
        Corpus<String> foreign = Corpus.of(List.of(new Labeled<>("\u4f60\u597d", "a")));

        double[] probabilities = USUAL.fit(CORPUS).predict(foreign.instances()).probabilities(0);

        assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void whatItRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NgramRegression(TextEncoding.sequence(), 1))
                .withMessage("a regression must have weighted tokens but had a sequence");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NgramRegression(TextEncoding.bagOfNgrams(), 0))
                .withMessage("cost must be finite and > 0 but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USUAL.fit(Toy.corpus(1, 3)))
                .withMessage("a regression must have texts of at least two classes but had fewer");
    }
}
