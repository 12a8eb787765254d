package io.github.bkd4j.examples;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.corpora.CifarImages;
import io.github.bkd4j.corpus.LongTail;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.distill.DistillationBuilder;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.LogitAdjusted;
import io.github.bkd4j.image.Augmentation;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.image.ImageEncoding;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.network.CifarResNet;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.train.Optimiser;
import io.github.bkd4j.train.Schedule;
import io.github.bkd4j.transfer.TransferImages;
import java.nio.file.Path;
import java.util.List;

/**
 * CIFAR-10-LT with the published settings: a ResNet-32 teaches another one, T 2, alpha 1, weights deferred to 80% of
 * 200 epochs; and the same on as many images more, made of the training images. The folder is in a format of
 * {@link CifarImages}. System properties set a smaller experiment; with {@code -Dcheckpoints=FOLDER}, a program that
 * was stopped resumes when it is run again:
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
        Splits<Image> splits = Splits.of(cifar.train().cut(tail, 1), cifar.test());
        Evaluation<Image> evaluation = Evaluation.on(splits);
        for (int seed = 1; seed <= Integer.getInteger("seeds", 1); seed++) {
            evaluation = add(evaluation, splits, seed);
        }
        System.out.println(Report.of(evaluation).table());
    }

    private static Evaluation<Image> add(Evaluation<Image> evaluation, Splits<Image> splits, long seed) {
        Objective plain = Objectives.distillation(Temperature.of(2), 1);
        Objective balanced = Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999))
                .withReweighting(Reweighting.deferredToShare(0.8));

        Classifier<Image> alone = plan("ce", Objectives.crossEntropy(), seed).train(splits);
        Teacher<Image> teacher = Teacher.of("resnet", alone);
        List<Image> made = TransferImages.cutMix(splits.train(), splits.train().size(), seed);
        Classifier<Image> heard = plan("kd-more", plain, seed + 100).distill(teacher, splits, made);
        return evaluation
                .of("CE, the teacher", seed, alone)
                .of("CE, logits adjusted", seed, new LogitAdjusted<>(alone, alone.trainingCounts(), 1))
                .of("KD", seed, plan("kd", plain, seed + 100).distill(teacher, splits))
                .of("BKD", seed, plan("bkd", balanced, seed + 100).distill(teacher, splits))
                .of("KD, more images, adjusted", seed, new LogitAdjusted<>(heard, heard.trainingCounts(), 1))
                .of(
                        "BKD, more images",
                        seed,
                        plan("bkd-more", balanced, seed + 100).distill(teacher, splits, made));
    }

    private static Distillation<Image> plan(String name, Objective objective, long seed) {
        CifarResNet network = CifarResNet.of(Integer.getInteger("depth", 32))
                .withEncoding(new ImageEncoding(Augmentation.CROP_AND_FLIP));
        Schedule schedule = Schedule.of(Integer.getInteger("epochs", 200)).withBatchSize(128);
        DistillationBuilder<Image> plan = Distillation.builder(network)
                .objective(objective)
                .schedule(schedule.withLearningRate(0.1).withOptimiser(Optimiser.nesterov()))
                .seed(seed);
        String checkpoints = System.getProperty("checkpoints");
        return (checkpoints == null ? plan : plan.checkpoint(Path.of(checkpoints, name + "-" + seed))).build();
    }
}
