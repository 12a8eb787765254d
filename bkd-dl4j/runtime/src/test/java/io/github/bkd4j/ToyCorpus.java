package io.github.bkd4j;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A long-tailed corpus of made-up texts. */
public final class ToyCorpus {

    private static final int OWN_WORDS = 5;
    private static final int COMMON_WORDS = 20;

    private ToyCorpus() {}

    /** Classes a, b, ... of the given sizes, mixed; each text has two words of its class among three of everybody's. */
    public static Corpus<String> of(long seed, int... sizes) {
        Random random = new Random(seed);
        List<Labeled<String>> rows = new ArrayList<>();
        for (int c = 0; c < sizes.length; c++) {
            String label = Character.toString('a' + c);
            for (int i = 0; i < sizes[c]; i++) {
                rows.add(new Labeled<>(text(label, random), label));
            }
        }
        Collections.shuffle(rows, random);
        return Corpus.of(rows);
    }

    private static String text(String label, Random random) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            words.add(label + random.nextInt(OWN_WORDS));
        }
        for (int i = 0; i < 3; i++) {
            words.add("common" + random.nextInt(COMMON_WORDS));
        }
        Collections.shuffle(words, random);
        return String.join(" ", words);
    }
}
