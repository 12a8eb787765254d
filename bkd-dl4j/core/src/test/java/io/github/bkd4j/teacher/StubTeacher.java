package io.github.bkd4j.teacher;

import io.github.bkd4j.evaluate.Logits;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says what a test wants it to, and counts how often it is asked. */
final class StubTeacher implements Teacher<String> {

    private final Function<List<String>, Logits> answers;
    private int asked;

    StubTeacher(Function<List<String>, Logits> answers) {
        this.answers = answers;
    }

    /** The same rows whatever the texts; null for silence. */
    static StubTeacher saying(List<String> labels, float[] @Nullable [] rows) {
        return new StubTeacher(texts -> Logits.partial(labels, rows));
    }

    /** Random rows over the labels of the contracts' corpus. */
    static StubTeacher guessing(long seed) {
        return guessing(seed, LogitsContract.CORPUS.labels());
    }

    static StubTeacher guessing(long seed, List<String> labels) {
        return new StubTeacher(texts -> {
            Random random = new Random(seed);
            float[][] rows = new float[texts.size()][labels.size()];
            for (float[] row : rows) {
                for (int c = 0; c < row.length; c++) {
                    row[c] = 5 * (float) random.nextGaussian();
                }
            }
            return new Logits(labels, rows);
        });
    }

    int asked() {
        return asked;
    }

    @Override
    public String name() {
        return "stub";
    }

    @Override
    public Logits predict(List<String> texts) {
        asked++;
        return answers.apply(texts);
    }
}
