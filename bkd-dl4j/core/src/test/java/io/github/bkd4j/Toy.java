package io.github.bkd4j;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.network.Head;
import io.github.bkd4j.network.TextCnn;
import io.github.bkd4j.text.TextEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A long-tailed corpus of made-up texts, and networks that learn it in a moment. */
public final class Toy {

    private Toy() {}

    /** As {@link ToyCorpus#of}. */
    public static Corpus<String> corpus(long seed, int... sizes) {
        return ToyCorpus.of(seed, sizes);
    }

    /** A small bag of words. */
    public static BagOfEmbeddings bag() {
        return new BagOfEmbeddings(TextEncoding.bagOfNgrams().withNgrams(1).withMinCount(1), 8, 0, 0.2, Head.LINEAR, 0);
    }

    /** A small text CNN. */
    public static TextCnn cnn() {
        return new TextCnn(TextEncoding.sequence().withMinCount(1), 6, List.of(2, 3), 5, 0.2, Head.LINEAR);
    }

    /** Logits of a teacher that is right and rather sure of it. */
    public static Logits teacher(Corpus<String> corpus) {
        Random random = new Random(7);
        int classes = corpus.labels().size();
        float[][] logits = new float[corpus.size()][classes];
        for (int row = 0; row < logits.length; row++) {
            for (int c = 0; c < classes; c++) {
                logits[row][c] = (float) random.nextGaussian() + (c == corpus.classOf(row) ? 3 : 0);
            }
        }
        return new Logits(corpus.labels(), logits);
    }

    /** Row after row. */
    public static List<Float> flat(Logits logits) {
        List<Float> flat = new ArrayList<>();
        for (int row = 0; row < logits.size(); row++) {
            for (float value : logits.row(row)) {
                flat.add(value);
            }
        }
        return flat;
    }
}
