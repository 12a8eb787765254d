package io.github.bkd4j.bench.throughput;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.train.EpochSummary;
import io.github.bkd4j.train.TrainingMonitor;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What a corpus of a given size costs: seconds to read it from a file, to fit and encode, and of each epoch, and the
 * resident memory at the end. Texts are 12 words drawn by Zipf's law from 200,000, in 50 long-tailed classes.
 * Arguments: texts, epochs. For Linux.
 */
public final class Scale {

    private static final int WORDS = 200_000;
    private static final int LENGTH = 12;
    private static final int CLASSES = 50;

    private Scale() {}

    /**
     * Prints one line.
     *
     * @param arguments texts, epochs
     * @throws IOException if the corpus cannot be written
     */
    public static void main(String... arguments) throws IOException {
        int texts = Integer.parseInt(arguments[0]);
        Path file = write(texts);
        long start = System.nanoTime();
        Corpus<String> corpus = Corpus.read(file);
        double read = since(start);
        List<Long> ends = new ArrayList<>();
        long begin = System.nanoTime();
        long[] firstStep = {0};
        Distillation.builder(BagOfEmbeddings.small())
                .objective(Objectives.crossEntropy())
                .epochs(Integer.parseInt(arguments[1]))
                .seed(1)
                .monitor(new TrainingMonitor() {
                    @Override
                    public void step(long step, long steps) {
                        firstStep[0] = step == 1 ? System.nanoTime() : firstStep[0];
                    }

                    @Override
                    public void epoch(EpochSummary summary, int epochs) {
                        ends.add(System.nanoTime());
                    }
                })
                .build()
                .train(Splits.of(corpus, corpus.rows(new int[0])));
        List<String> epochs = new ArrayList<>();
        long last = firstStep[0];
        for (long end : ends) {
            epochs.add(String.format(Locale.ROOT, "%.1f", (end - last) / 1e9));
            last = end;
        }
        System.out.printf(
                Locale.ROOT,
                "%d texts: read %.1f s, fit and encode %.1f s, epochs %s s, %d MB resident, heap of at most %d MB%n",
                texts,
                read,
                (firstStep[0] - begin) / 1e9,
                String.join(" ", epochs),
                Soak.residentMegabytes(),
                Runtime.getRuntime().maxMemory() / 1_000_000);
        Files.delete(file);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static Path write(int texts) throws IOException {
        Path file = Files.createTempFile("scale", ".tsv");
        Random random = new Random(1);
        double[] cumulative = new double[WORDS];
        double sum = 0;
        for (int word = 0; word < WORDS; word++) {
            sum += 1.0 / (word + 1);
            cumulative[word] = sum;
        }
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < texts; i++) {
                int label = (int) (CLASSES * Math.pow(random.nextDouble(), 3));
                out.write("class" + label + "\t" + text(random, cumulative, label) + "\n");
            }
        }
        return file;
    }

    private static String text(Random random, double[] cumulative, int label) {
        return random.doubles(LENGTH, 0, cumulative[WORDS - 1])
                        .mapToInt(point -> Math.floorMod(Arrays.binarySearch(cumulative, point), WORDS))
                        .mapToObj(word -> "w" + word)
                        .collect(Collectors.joining(" "))
                + " c" + label;
    }
}
