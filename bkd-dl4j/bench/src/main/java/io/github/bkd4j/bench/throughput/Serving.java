package io.github.bkd4j.bench.throughput;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.model.MultiLabelClassifier;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.objective.Objectives;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * How fast bags of embeddings, of words and of parts of words too, answer one text at a time: percentiles on one
 * thread, and answers a second on one thread and on two. Arguments: a corpus to train on, a corpus whose texts are
 * asked about, and the rounds.
 */
public final class Serving {

    private static final double MICROS = 1e-3;
    private static final double SECONDS = 5;

    private Serving() {}

    /**
     * Prints the figures.
     *
     * @param arguments training corpus, test corpus, rounds; or the archive of a model of label sets, test corpus,
     *     rounds
     * @throws InterruptedException never
     */
    public static void main(String... arguments) throws InterruptedException {
        Path data = Path.of(arguments[0]);
        Path test = Path.of(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        if (data.toString().endsWith(".bkd")) {
            MultiLabelClassifier saved = MultiLabelClassifier.load(data);
            serve("label sets", saved::classify, MultiLabelCorpus.read(test).instances(), rounds);
            return;
        }
        Corpus<String> training = Corpus.read(data);
        List<String> texts = Corpus.read(test).instances();
        Corpus<String> none = training.rows(new int[0]);
        Splits<String> splits = Splits.of(training, none, none);
        serve("words", student(BagOfEmbeddings.small(), splits)::classify, texts, rounds);
        serve("parts of words too", student(BagOfEmbeddings.subwords(), splits)::classify, texts, rounds);
    }

    private static Classifier<String> student(BagOfEmbeddings bag, Splits<String> splits) {
        return Distillation.builder(bag)
                .objective(Objectives.crossEntropy())
                .epochs(1)
                .seed(1)
                .build()
                .train(splits);
    }

    private static void serve(String name, Consumer<String> student, List<String> texts, int rounds)
            throws InterruptedException {
        answersASecond(student, texts, 1); // warm-up
        for (int round = 0; round < rounds; round++) {
            double[] micros = latencies(student, texts);
            double one = answersASecond(student, texts, 1);
            double two = answersASecond(student, texts, 2);
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d texts: p50 %.1f us, p99 %.1f us; 1 thread %.0f texts/s, 2 threads %.0f, ratio %.2f%n",
                    name,
                    texts.size(),
                    micros[micros.length / 2],
                    micros[(int) (0.99 * micros.length)],
                    one,
                    two,
                    two / one);
        }
    }

    private static double[] latencies(Consumer<String> student, List<String> texts) {
        double[] micros = new double[texts.size()];
        for (int i = 0; i < micros.length; i++) {
            long start = System.nanoTime();
            student.accept(texts.get(i));
            micros[i] = (System.nanoTime() - start) * MICROS;
        }
        Arrays.sort(micros);
        return micros;
    }

    private static double answersASecond(Consumer<String> student, List<String> texts, int threads)
            throws InterruptedException {
        AtomicLong answers = new AtomicLong();
        long end = System.nanoTime() + (long) (SECONDS * 1e9);
        Thread[] askers = new Thread[threads];
        for (int t = 0; t < threads; t++) {
            askers[t] = new Thread(() -> {
                long own = 0;
                while (System.nanoTime() < end) {
                    student.accept(texts.get((int) (own++ % texts.size())));
                }
                answers.addAndGet(own);
            });
            askers[t].start();
        }
        for (Thread asker : askers) {
            asker.join();
        }
        return answers.get() / SECONDS;
    }
}
