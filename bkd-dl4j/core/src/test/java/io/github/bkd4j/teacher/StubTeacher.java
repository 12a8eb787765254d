package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says what a test wants it to, and counts how often it is asked. */
final class StubTeacher implements Teacher<String> {

    private final Function<Corpus<String>, Logits> answers;
    private int asked;

    StubTeacher(Function<Corpus<String>, Logits> answers) {
        this.answers = answers;
    }

    /** The same rows whatever the corpus; null for silence. */
    static StubTeacher saying(List<String> labels, float[] @Nullable [] rows) {
        return new StubTeacher(corpus -> Logits.partial(labels, rows));
    }

    /** Random rows over the corpus's labels. */
    static StubTeacher guessing(long seed) {
        return new StubTeacher(corpus -> {
            Random random = new Random(seed);
            float[][] rows = new float[corpus.size()][corpus.labels().size()];
            for (float[] row : rows) {
                for (int c = 0; c < row.length; c++) {
                    row[c] = 5 * (float) random.nextGaussian();
                }
            }
            return new Logits(corpus.labels(), rows);
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
    public Logits predict(Corpus<String> corpus) {
        asked++;
        return answers.apply(corpus);
    }
}
