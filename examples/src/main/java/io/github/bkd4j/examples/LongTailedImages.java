package io.github.bkd4j.examples;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpora.Glyphs;
import io.github.bkd4j.corpus.LongTail;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.image.Augmentation;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.image.ImageEncoding;
import io.github.bkd4j.image.ImageFolder;
import io.github.bkd4j.loss.Objective;
import io.github.bkd4j.loss.Objectives;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.model.ImageClassifier;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.network.CifarResNet;
import io.github.bkd4j.network.ImageCnn;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.teacher.Teacher;
import java.nio.file.Path;

/**
 * Images all the way: a teacher, and a small student under cross-entropy, plain and balanced distillation. Training
 * images are moved at random, and the teacher sees each batch as the student does. Without a folder on drawn glyphs; a
 * saved model is tried on those. OwnTsv says how to build and run.
 */
public final class LongTailedImages {

    private static final ImageEncoding MOVED = new ImageEncoding(new Augmentation(2, false));

    private LongTailedImages() {}

    /**
     * Runs the program.
     *
     * @param args a folder with a sub-folder of images for each class, or a model of before
     */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].endsWith(".bkd")) {
            ImageClassifier saved = ImageClassifier.load(Path.of(args[0]));
            Evaluation<Image> evaluation = Evaluation.on(glyphs(1)).of("saved", saved);
            System.out.println(Report.of(evaluation).table());
            return;
        }
        Splits<Image> splits =
                args.length > 0 ? ImageFolder.read(Path.of(args[0])).split(0.7, 0, 0.3, 7) : glyphs(7);
        CifarResNet large = CifarResNet.of(8).withEncoding(MOVED);
        ImageCnn small = ImageCnn.small().withEncoding(MOVED);
        Objective labels = Objectives.crossEntropy();
        Objective plain = Objectives.distillation(Temperature.of(2), 1);
        Objective balanced = Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999));

        Teacher<Image> teacher = Teacher.of("resnet-8", plan(large, labels).train(splits));
        Classifier<Image> student = plan(small, balanced).distill(teacher, splits);
        Evaluation<Image> evaluation = Evaluation.on(splits)
                .of("teacher", teacher)
                .of("student, CE", plan(small, labels).train(splits))
                .of("student, KD", plan(small, plain).distill(teacher, splits))
                .of("student, BKD", student);
        System.out.println(Report.of(evaluation).table());
        student.save(Path.of("target", "images.bkd"));
    }

    private static Splits<Image> glyphs(long seed) {
        return Splits.of(Glyphs.draw(200, seed).cut(LongTail.exponential(50), seed), Glyphs.draw(50, seed + 1));
    }

    private static Distillation<Image> plan(Architecture<Image> network, Objective objective) {
        int epochs = Integer.getInteger("epochs", 30);
        return Distillation.builder(network)
                .objective(objective)
                .epochs(epochs)
                .seed(Integer.getInteger("seed", 7))
                .build();
    }
}
