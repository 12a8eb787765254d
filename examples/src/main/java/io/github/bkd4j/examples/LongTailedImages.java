package io.github.bkd4j.examples;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpora.Glyphs;
import io.github.bkd4j.corpus.LongTail;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.LogitAdjusted;
import io.github.bkd4j.image.Augmentation;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.image.ImageEncoding;
import io.github.bkd4j.image.ImageFolder;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.network.CifarResNet;
import io.github.bkd4j.network.ImageClassifier;
import io.github.bkd4j.network.ImageCnn;
import io.github.bkd4j.objective.HardLabelObjective;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.transfer.TransferImages;
import java.nio.file.Path;
import java.util.List;

/** Images from end to end, with made ones for the teacher; {@code -Dseeds=3}: 3 seeds. Commands: see OwnTsv. */
public final class LongTailedImages {
    private LongTailedImages() {}

    /**
     * Runs the program.
     *
     * @param args a folder with one sub-folder of images per class, or a saved model; by default glyphs
     */
    public static void main(String[] args) {
        boolean saved = args.length > 0 && args[0].endsWith(".bkd");
        Splits<Image> splits = args.length == 0 || saved
                ? Splits.of(Glyphs.draw(200, 7).cut(LongTail.exponential(50), 7), Glyphs.draw(50, 8))
                : ImageFolder.read(Path.of(args[0])).split(0.7, 0, 0.3, 7);
        Evaluation<Image> none = Evaluation.on(splits);
        Evaluation<Image> evaluation = saved ? none.of("saved", ImageClassifier.load(Path.of(args[0]))) : none;
        CifarResNet large = CifarResNet.of(8).withEncoding(new ImageEncoding(new Augmentation(2, false)));
        ImageCnn small = ImageCnn.small().withEncoding(large.encoding());
        HardLabelObjective la = Objectives.logitAdjusted(1);
        Objective bkd = Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999))
                .withTempering(0.35)
                .withHardLabels(la);
        for (int seed = 1; seed <= (saved ? 0 : Integer.getInteger("seeds", 1)); seed++) {
            List<Image> made = TransferImages.cutMix(splits.train(), 2500, seed); // for the teachers to label
            Classifier<Image> teacher = plan(large, la, seed).train(splits);
            Classifier<Image> other =
                    plan(large, Objectives.crossEntropy(), seed).train(splits);
            Classifier<Image> alone =
                    plan(small, Objectives.crossEntropy(), seed).train(splits);
            Classifier<Image> kd = plan(small, Objectives.distillation(Temperature.of(2), 1), seed)
                    .distill(Teacher.of("other", other), splits, made);
            Classifier<Image> student = plan(small, bkd, seed).distill(Teacher.of("teacher", teacher), splits, made);
            student.save(Path.of("target", "images.bkd"));
            evaluation = evaluation
                    .of("teacher", seed, teacher)
                    .of("CE", seed, alone)
                    .of("CE, adjusted", seed, new LogitAdjusted<>(alone, alone.trainingCounts(), 1))
                    .of("logit-adjusted loss", seed, plan(small, la, seed).train(splits))
                    .of("KD, adjusted", seed, new LogitAdjusted<>(kd, kd.trainingCounts(), 1))
                    .of("BKD", seed, student);
        }
        System.out.println(Report.of(evaluation).table());
    }

    private static Distillation<Image> plan(Architecture<Image> network, Objective objective, long seed) {
        return Distillation.builder(network)
                .objective(objective)
                .epochs(Integer.getInteger("epochs", 50))
                .seed(seed)
                .build();
    }
}
