package io.github.bkd4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.network.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One classifier, eight threads, and a training beside them: everybody gets the answers that they get alone. */
class ConcurrencyTest {

    private static final int THREADS = 8;
    private static final Corpus<String> CORPUS = Toy.corpus(1, 60, 30, 10);

    static Stream<Architecture<String>> architectures() {
        return Stream.of(Toy.bag(), Toy.cnn());
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void aThousandTextsAThread(Architecture<String> architecture) throws InterruptedException, ExecutionException {
        AtomicLong asked = new AtomicLong();
        long served = serve(architecture, () -> asked.incrementAndGet() <= 1000L * THREADS);
        assertThat(served).isEqualTo(1000L * THREADS);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    @Tag("slow")
    void aMinute(Architecture<String> architecture) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + 60_000_000_000L;
        long served = serve(architecture, () -> System.nanoTime() < end);
        System.out.println("requests served by " + THREADS + " threads beside a training: " + served);
    }

    private static long serve(Architecture<String> architecture, BooleanSupplier goesOn)
            throws InterruptedException, ExecutionException {
        TextClassifier classifier = Trainer.train(architecture, CORPUS);
        List<String> texts = CORPUS.instances();
        List<Classification> alone = texts.stream().map(classifier::classify).toList();
        ExecutorService askers = Executors.newFixedThreadPool(THREADS);
        List<Future<Long>> counts = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int first = 7 * thread;
            counts.add(askers.submit(() -> ask(classifier, texts, alone, first, goesOn)));
        }
        TextClassifier besides = Trainer.train(architecture, CORPUS);
        long served = 0;
        for (Future<Long> count : counts) {
            served += count.get();
        }
        askers.shutdown();
        assertThat(besides.classify(texts)).isEqualTo(alone); // trained while others were served
        return served;
    }

    private static long ask(
            TextClassifier classifier,
            List<String> texts,
            List<Classification> alone,
            int first,
            BooleanSupplier goesOn) {
        long served = 0;
        for (int next = first; goesOn.getAsBoolean(); next++) {
            int i = next % texts.size();
            assertThat(classifier.classify(texts.get(i))).isEqualTo(alone.get(i));
            served++;
        }
        return served;
    }
}
