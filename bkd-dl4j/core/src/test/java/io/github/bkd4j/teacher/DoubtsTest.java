package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtsTest {

    /** Five texts of a, then three of b. */
    private static final Corpus<String> CORPUS = Toy.corpus(1, 5, 3);

    private static List<String> doubts(float[]... rows) {
        return Doubts.about("logits:l.npy", Logits.partial(List.of("a", "b"), rows), CORPUS);
    }

    private static float[][] naming(String classes) {
        return classes.chars()
                .mapToObj(c -> c == 'a' ? new float[] {3, -1} : c == 'b' ? new float[] {0, 2} : null)
                .toArray(float[][]::new);
    }

    /** The label of each instance in its order. */
    private static String labels() {
        StringBuilder labels = new StringBuilder();
        for (int c : CORPUS.classes()) {
            labels.append(CORPUS.labels().get(c));
        }
        return labels.toString();
    }

    @Test
    void logitsAsGoodAsTheLargestClassAreBelieved() {
        assertThat(doubts(naming(labels()))).isEmpty();
        assertThat(doubts(naming("aaaaaaaa"))).isEmpty();
    }

    @Test
    void logitsThatAreWorseAreDoubted() {
        assertThat(doubts(naming(labels().replace('a', 'x').replace('b', 'a').replace('x', 'b'))))
                .containsExactly(
                        "logits:l.npy names the label of 0.0% of the training texts, the largest class alone has"
                                + " 62.5%; are its rows in the order of the corpus?");
    }

    @Test
    void silenceIsNotDoubted() {
        assertThat(doubts(naming("--------"))).isEmpty();
        assertThat(doubts(naming(labels().replace('b', '-')))).isEmpty();
    }

    @Test
    void probabilitiesAreDoubted() {
        float[][] rows = naming(labels());
        for (int i = 0; i < rows.length; i++) {
            rows[i] = rows[i][0] > 0 ? new float[] {0.9f, 0.1f} : new float[] {0.2f, 0.8003f};
        }
        assertThat(doubts(rows))
                .containsExactly(
                        "logits:l.npy has probabilities, for each row sums to 1; are they to be read as such?");
        rows[7] = new float[] {0.2f, 0.9f};
        assertThat(doubts(rows)).isEmpty();
        rows[7] = new float[] {-0.5f, 1.5f};
        assertThat(doubts(rows)).isEmpty();
    }
}
