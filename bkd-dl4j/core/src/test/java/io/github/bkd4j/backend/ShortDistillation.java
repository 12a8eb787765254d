package io.github.bkd4j.backend;

import io.github.bkd4j.ToyImages;
import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.network.ImageCnn;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.train.Schedule;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A distillation of images in seconds, in a JVM of any backend. */
final class ShortDistillation {

    private ShortDistillation() {}

    /** Prints the probabilities. */
    public static void main(String[] args) {
        System.out.println(
                Arrays.stream(probabilities()).mapToObj(Double::toString).collect(Collectors.joining(" ")));
    }

    /** Of every class for every test image, one after the other. */
    static double[] probabilities() {
        Corpus<Image> test = ToyImages.corpus(2, 10, 10, 10);
        Splits<Image> splits = Splits.of(ToyImages.corpus(1, 40, 20, 10), test);
        Objective balanced = Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.99));
        Teacher<Image> teacher =
                Teacher.of("cnn", plan(Objectives.crossEntropy()).train(splits));
        Logits logits = plan(balanced).distill(teacher, splits).predict(test.instances());
        return IntStream.range(0, logits.size())
                .mapToObj(logits::probabilities)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static Distillation<Image> plan(Objective objective) {
        return Distillation.builder(ImageCnn.small().withFilters(4))
                .objective(objective)
                .schedule(Schedule.of(4).withBatchSize(16).withLearningRate(0.01))
                .seed(7)
                .build();
    }
}
