package io.github.bkd4j.bench.throughput;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.network.Head;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.teacher.CorpusLogits;
import io.github.bkd4j.text.TextEncoding;
import io.github.bkd4j.text.Weighting;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * Seconds of a distillation's student part: from texts and the teacher's logits to a trained student. Arguments: a
 * training corpus, epochs, repetitions. What torch_distillation.py does with the teacher run on every batch.
 */
public final class StudentTime {

    private static final int DIMENSION = 100;

    private StudentTime() {}

    /**
     * Prints one line per repetition.
     *
     * @param arguments training corpus, epochs, repetitions
     */
    public static void main(String... arguments) {
        Corpus<String> training = Corpus.read(Path.of(arguments[0]));
        Corpus<String> none = training.rows(new int[0]);
        Splits<String> splits = Splits.of(training, none, none);
        Logits logits = logits(training);
        TextEncoding words =
                TextEncoding.bagOfNgrams().withNgrams(1).withMinCount(1).withWeighting(Weighting.MEAN);
        for (int repetition = 0; repetition < Integer.parseInt(arguments[2]); repetition++) {
            Distillation<String> plan = Distillation.builder(
                            new BagOfEmbeddings(words, DIMENSION, DIMENSION, 0, Head.LINEAR, 0))
                    .objective(Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999)))
                    .epochs(Integer.parseInt(arguments[1]))
                    .seed(repetition)
                    .build();
            long start = System.nanoTime();
            plan.distill(CorpusLogits.of("random", splits.train(), logits), splits);
            System.out.printf(Locale.ROOT, "{\"seconds\": %.2f}%n", (System.nanoTime() - start) / 1e9);
        }
    }

    private static Logits logits(Corpus<String> training) {
        Random random = new Random(1);
        float[][] logits = new float[training.size()][training.counts().classes()];
        for (float[] row : logits) {
            for (int c = 0; c < row.length; c++) {
                row[c] = (float) random.nextGaussian();
            }
        }
        return new Logits(training.labels(), logits);
    }
}
