package io.github.bkd4j.bench.throughput;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.objective.Objectives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether memory stays flat while a bag of embeddings answers: the resident memory of the process after each minute of
 * two threads that ask without a pause. Arguments: a corpus to train on and ask about, and the minutes. For Linux.
 */
public final class Soak {

    private static final int THREADS = 2;

    private Soak() {}

    /**
     * Prints one line per minute.
     *
     * @param arguments corpus, minutes
     * @throws InterruptedException never
     * @throws IOException if there is no {@code /proc/self/status}
     */
    public static void main(String... arguments) throws InterruptedException, IOException {
        Corpus<String> corpus = Corpus.read(Path.of(arguments[0]));
        Classifier<String> student = Distillation.builder(BagOfEmbeddings.small())
                .objective(Objectives.crossEntropy())
                .epochs(1)
                .seed(1)
                .build()
                .train(Splits.of(corpus, corpus.rows(new int[0])));
        AtomicLong answers = new AtomicLong();
        for (int thread = 0; thread < THREADS; thread++) {
            Thread asker = new Thread(() -> ask(student, corpus.instances(), answers));
            asker.setDaemon(true);
            asker.start();
        }
        for (int minute = 0; minute <= Integer.parseInt(arguments[1]); minute++) {
            System.out.printf("minute %d: %d answers, %d MB resident%n", minute, answers.get(), residentMegabytes());
            Thread.sleep(60_000);
        }
    }

    private static void ask(Classifier<String> student, List<String> texts, AtomicLong answers) {
        for (int next = 0; ; next++) {
            student.classify(texts.get(next % texts.size()));
            answers.incrementAndGet();
        }
    }

    static long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000)
                .sum();
    }
}
