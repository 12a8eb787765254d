package io.github.bkd4j.bench.throughput;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.network.TokenEncoding;
import io.github.bkd4j.text.TextEncoder;
import io.github.bkd4j.text.TextEncoding;
import io.github.bkd4j.text.Tokenizer;
import io.github.bkd4j.text.Vocabulary;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is trained on: texts of words drawn by Zipf's law, random labels, a teacher's random logits. */
final class Workload {

    static final int CLASSES = 50;
    private static final int TEXTS = 8192;
    private static final int WORDS = 64; // of a text
    private static final int MOST = 5000; // instances of the largest class
    private static final double LEAST = 0.01; // of the smallest, as a share of that

    private final List<String> texts;
    private final Vocabulary vocabulary;
    private final int[] classes;
    private final Logits teacher;

    Workload(int words, int embeddings, long seed) {
        Random random = new Random(seed);
        double[] cumulative = zipf(words);
        this.texts = IntStream.range(0, TEXTS)
                .mapToObj(text -> text(random, cumulative))
                .toList();
        this.vocabulary = new Vocabulary(
                IntStream.range(0, embeddings).mapToObj(Integer::toString).toList(),
                Collections.nCopies(embeddings, 1),
                1);
        this.classes = random.ints(TEXTS, 0, CLASSES).toArray();
        float[][] logits = new float[TEXTS][CLASSES];
        for (float[] row : logits) {
            for (int c = 0; c < CLASSES; c++) {
                row[c] = (float) random.nextGaussian();
            }
        }
        this.teacher = new Logits(counts().labels(), logits);
    }

    private static double[] zipf(int words) {
        double[] cumulative = new double[words];
        double sum = 0;
        for (int word = 0; word < words; word++) {
            sum += 1.0 / (word + 1);
            cumulative[word] = sum;
        }
        return cumulative;
    }

    private static String text(Random random, double[] cumulative) {
        return random.doubles(WORDS)
                .mapToObj(share -> word(share * cumulative[cumulative.length - 1], cumulative))
                .collect(Collectors.joining(" "));
    }

    private static String word(double point, double[] cumulative) {
        int found = Arrays.binarySearch(cumulative, point);
        return Integer.toString(Math.min(found < 0 ? -found - 1 : found, cumulative.length - 1));
    }

    /** Class sizes for the weights alone: labels are drawn evenly, as in the PyTorch script. */
    static ClassCounts counts() {
        return new ClassCounts(
                IntStream.range(0, CLASSES).mapToObj(c -> "class " + c).toList(),
                IntStream.range(0, CLASSES)
                        .mapToObj(c -> (long) (MOST * Math.pow(LEAST, c / (CLASSES - 1.0))))
                        .toList());
    }

    Encoder<String> encoder(TextEncoding encoding) {
        Tokenizer spaces = new Tokenizer("spaces", text -> List.of(text.split(" ", -1)));
        return new TokenEncoding.Fitted(new TextEncoder(encoding.withNgrams(1).withTokenizer(spaces), vocabulary));
    }

    Inputs inputs(Encoder<String> encoder) {
        return encoder.encode(texts);
    }

    int[] classes() {
        return classes.clone();
    }

    Logits teacher() {
        return teacher;
    }
}
