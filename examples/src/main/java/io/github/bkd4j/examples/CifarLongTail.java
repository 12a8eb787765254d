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
 * 200 epochs; and with made images. The folder is in a format of {@link CifarImages}. System properties set a smaller
 * experiment; with {@code -Dcheckpoints=FOLDER} it can be resumed.
 */
public final class CifarLongTail {
    private CifarLongTail() {}

    /**
     * Runs the program.
     *
     * @param args the folder
     */
    public static void main(String[] args) {
        LongTail tail = LongTail.exponential(Integer.getInteger("largest", 5000), Integer.getInteger("factor", 100));
        Splits<Image> cifar = CifarImages.read(Path.of(args[0]));
        Splits<Image> splits = Splits.of(cifar.train().cut(tail, 1), cifar.test());
        Evaluation<Image> evaluation = Evaluation.on(splits);
        for (int seed = 1; seed <= Integer.getInteger("seeds", 1); seed++) {
            evaluation = add(evaluation, splits, seed);
        }
        System.out.println(Report.of(evaluation).table());
    }

    private static Evaluation<Image> add(Evaluation<Image> evaluation, Splits<Image> splits, long seed) {
        Objective kd = Objectives.distillation(Temperature.of(2), 1);
        Objective bkd = Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999))
                .withReweighting(Reweighting.deferredToShare(0.8));
        List<Image> made = TransferImages.cutMix(splits.train(), splits.train().size(), seed);
        Classifier<Image> alone = plan("ce", Objectives.crossEntropy(), seed).train(splits);
        Teacher<Image> teacher = Teacher.of("resnet", alone);
        Classifier<Image> heard = plan("kd-more", kd, seed + 100).distill(teacher, splits, made);
        return evaluation
                .of("CE, the teacher", seed, alone)
                .of("CE, logits adjusted", seed, new LogitAdjusted<>(alone, alone.trainingCounts(), 1))
                .of("KD", seed, plan("kd", kd, seed + 100).distill(teacher, splits))
                .of("BKD", seed, plan("bkd", bkd, seed + 100).distill(teacher, splits))
                .of("KD, more images, adjusted", seed, new LogitAdjusted<>(heard, heard.trainingCounts(), 1))
                .of("BKD, more images", seed, plan("bkd-more", bkd, seed + 100).distill(teacher, splits, made));
    }

    private static Distillation<Image> plan(String name, Objective objective, long seed) {
        ImageEncoding moved = new ImageEncoding(Augmentation.CROP_AND_FLIP);
        Schedule schedule = Schedule.of(Integer.getInteger("epochs", 200)).withBatchSize(128);
        DistillationBuilder<Image> plan = Distillation.builder(
                        CifarResNet.of(Integer.getInteger("depth", 32)).withEncoding(moved))
                .objective(objective)
                .schedule(schedule.withLearningRate(0.1).withOptimiser(Optimiser.nesterov()))
                .seed(seed);
        String folder = System.getProperty("checkpoints");
        return (folder == null ? plan : plan.checkpoint(Path.of(folder, name + "-" + seed))).build();
    }
}
