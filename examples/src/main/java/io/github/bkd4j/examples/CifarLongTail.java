package io.github.bkd4j.examples;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.corpora.CifarImages;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.LongTail;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.LogitAdjusted;
import io.github.bkd4j.image.Augmentation;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.image.ImageEncoding;
import io.github.bkd4j.loss.Objective;
import io.github.bkd4j.loss.Objectives;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.network.CifarResNet;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.train.Optimiser;
import io.github.bkd4j.train.Schedule;
import java.nio.file.Path;

/**
 * CIFAR-10-LT by the published recipe: a ResNet-32 teaches another, T 2, alpha 1, weights deferred to 80% of 200
 * epochs. The folder is what {@link CifarImages} reads; smaller settings go in front of the class, as here; see OwnTsv
 * to build.
 *
 * <pre>{@code
 * java -Depochs=25 -Ddepth=8 -Dlargest=1071 -Dfactor=50 -Dseeds=3 -cp ... io.github.bkd4j.examples.CifarLongTail FOLDER
 * }</pre>
 */
public final class CifarLongTail {

    private CifarLongTail() {}

    /**
     * Runs the program.
     *
     * @param args the folder
     */
    public static void main(String[] args) {
        Splits<Image> cifar = CifarImages.read(Path.of(args[0]));
        LongTail tail = LongTail.exponential(Integer.getInteger("largest", 5000), Integer.getInteger("factor", 100));
        Corpus<Image> training = cifar.train().cut(tail, 1);
        Evaluation<Image> evaluation = Evaluation.on(cifar.test(), training.counts());
        int first = Integer.getInteger("first", 1);
        for (long seed = first; seed < first + Integer.getInteger("seeds", 1); seed++) {
            evaluation = compare(evaluation, Splits.of(training, cifar.test()), seed);
            System.out.println(
                    "after seed " + seed + "\n" + Report.of(evaluation).table());
        }
    }

    private static Evaluation<Image> compare(Evaluation<Image> evaluation, Splits<Image> splits, long seed) {
        Objective plain = Objectives.distillation(Temperature.of(2), 1);
        Objective balanced = Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999))
                .withReweighting(Reweighting.deferredToShare(0.8));
        long start = System.nanoTime();
        Classifier<Image> alone = plan(Objectives.crossEntropy(), seed).train(splits);
        Teacher<Image> teacher = Teacher.of("CE", alone);
        double taught = secondsSince(start);
        LogitAdjusted<Image> adjusted =
                new LogitAdjusted<>(alone, splits.train().counts(), 1);
        Classifier<Image> kd = plan(plain, seed + 100).distill(teacher, splits);
        double distilled = secondsSince(start) - taught;
        Classifier<Image> bkd = plan(balanced, seed + 100).distill(teacher, splits);
        return evaluation
                .of("CE, the teacher", seed, alone, taught, alone.parameters())
                .of("CE, logits adjusted", seed, adjusted, taught, alone.parameters())
                .of("KD", seed, kd, distilled, kd.parameters())
                .of("BKD", seed, bkd, secondsSince(start) - taught - distilled, bkd.parameters());
    }

    private static Distillation<Image> plan(Objective objective, long seed) {
        CifarResNet network = CifarResNet.of(Integer.getInteger("depth", 32))
                .withEncoding(new ImageEncoding(Augmentation.CROP_AND_FLIP));
        Schedule schedule = Schedule.of(Integer.getInteger("epochs", 200))
                .withBatchSize(128)
                .withLearningRate(0.1)
                .withOptimiser(Optimiser.nesterov());
        return Distillation.builder(network)
                .objective(objective)
                .schedule(schedule)
                .seed(seed)
                .build();
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
