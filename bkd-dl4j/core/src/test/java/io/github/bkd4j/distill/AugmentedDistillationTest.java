package io.github.bkd4j.distill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.Killer;
import io.github.bkd4j.Toy;
import io.github.bkd4j.ToyImages;
import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Scores;
import io.github.bkd4j.image.Augmentation;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.image.ImageEncoding;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.network.ImageCnn;
import io.github.bkd4j.objective.DistillationObjective;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.train.Optimiser;
import io.github.bkd4j.train.Schedule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Students whose images change each epoch, beside a teacher that sees what they see. */
class AugmentedDistillationTest {

    private static final Corpus<Image> TRAINING = ToyImages.corpus(1, 40, 20, 10);
    private static final Splits<Image> SPLITS = Splits.of(TRAINING, ToyImages.corpus(2, 30, 30, 30));
    private static final ImageCnn STILL = ImageCnn.small().withFilters(4);
    private static final ImageCnn MOVED = STILL.withEncoding(new ImageEncoding(new Augmentation(1, true)));
    private static final DistillationObjective BKD =
            Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.99));
    private static final Teacher<Image> TEACHER =
            Teacher.of("teacher", plan(STILL, Objectives.crossEntropy(), 6).train(SPLITS));

    private static Distillation<Image> plan(ImageCnn student, Objective objective, int epochs) {
        return Distillation.builder(student)
                .objective(objective)
                .schedule(Schedule.of(epochs).withBatchSize(16).withLearningRate(0.02))
                .seed(7)
                .build();
    }

    private static double accuracy(Classifier<Image> classifier) {
        return Scores.of(classifier.predict(SPLITS.test().instances()), SPLITS.test(), TRAINING.counts())
                .balancedAccuracy();
    }

    @Test
    void theStudentLearnsAndIsTheSameAgain() {
        Distillation<Image> plan = plan(MOVED, BKD.withReweighting(Reweighting.deferredToShare(0.5)), 8);
        Classifier<Image> student = plan.distill(TEACHER, SPLITS);

        assertThat(accuracy(student)).isGreaterThan(0.9);
        assertThat(rows(plan.distill(TEACHER, SPLITS))).isDeepEqualTo(rows(student));
        assertThat(rows(plan(STILL, BKD, 8).distill(TEACHER, SPLITS))).isNotEqualTo(rows(student));
        assertThat(student.parameters())
                .isEqualTo(TEACHER.classifier().orElseThrow().parameters());
    }

    /** They are brighter than the labelled ones, but the student sees images as the teacher does. */
    @Test
    void theTeacherIsHeardOnUnlabelledImagesToo() {
        List<Image> bright = ToyImages.corpus(3, 10, 10, 10).instances().stream()
                .map(AugmentedDistillationTest::brightened)
                .toList();

        Classifier<Image> student = plan(MOVED, BKD, 2).distill(TEACHER, SPLITS, bright);

        assertThat(rows(student)).isNotEqualTo(rows(plan(MOVED, BKD, 2).distill(TEACHER, SPLITS)));
    }

    private static Image brightened(Image image) {
        byte[] pixels = image.pixels();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.min(255, Byte.toUnsignedInt(pixels[i]) + 50);
        }
        return new Image(image.channels(), image.height(), image.width(), pixels);
    }

    private static float[][] rows(Classifier<Image> classifier) {
        Logits logits = classifier.predict(SPLITS.test().instances());
        return IntStream.range(0, logits.size()).mapToObj(logits::row).toArray(float[][]::new);
    }

    /** With an augmentation that changes nothing, the joint graph gives the student of soft targets computed once. */
    @Test
    void theJointGraphGivesWhatCachedTargetsGive() {
        ImageCnn unmoved = STILL.withEncoding(new ImageEncoding(new Augmentation(0, true)));
        Corpus<Image> symmetric = symmetric(TRAINING);
        Splits<Image> splits = Splits.of(symmetric, SPLITS.test());
        Teacher<Image> teacher =
                Teacher.of("t", plan(STILL, Objectives.crossEntropy(), 2).train(splits));

        float[][] joint = rows(plan(unmoved, BKD, 2).distill(teacher, splits));
        float[][] cached = rows(plan(STILL, BKD, 2).distill(teacher, splits));

        for (int i = 0; i < joint.length; i++) {
            assertThat(joint[i]).containsExactly(cached[i], within(2e-2f));
        }
    }

    /** Images that a flip leaves as they are. */
    private static Corpus<Image> symmetric(Corpus<Image> corpus) {
        return Corpus.of(IntStream.range(0, corpus.size())
                .mapToObj(row -> new Labeled<>(
                        symmetric(corpus.instances().get(row)), corpus.labels().get(corpus.classOf(row))))
                .toList());
    }

    private static Image symmetric(Image image) {
        byte[] pixels = image.pixels();
        for (int row = 0; row < image.channels() * image.height(); row++) {
            for (int x = 0; x < image.width() / 2; x++) {
                pixels[(row + 1) * image.width() - 1 - x] = pixels[row * image.width() + x];
            }
        }
        return new Image(image.channels(), image.height(), image.width(), pixels);
    }

    @Test
    void withEarlyStoppingTheBestStudentIsKept() {
        Splits<Image> splits = Splits.of(TRAINING, ToyImages.corpus(3, 10, 10, 10), SPLITS.test());
        Distillation<Image> plan = Distillation.builder(MOVED)
                .objective(BKD)
                .schedule(
                        Schedule.of(6).withBatchSize(16).withLearningRate(0.02).withPatience(2))
                .seed(7)
                .build();
        assertThat(accuracy(plan.distill(TEACHER, splits))).isGreaterThan(0.8);
    }

    /** Ended in the third epoch, with and without early stopping. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void whereverItIsKilledItEndsAsIfItHadNotBeen(int patience, @TempDir Path folder) {
        Splits<Image> splits = Splits.of(TRAINING, ToyImages.corpus(3, 10, 10, 10), SPLITS.test());
        DistillationBuilder<Image> plan = Distillation.builder(MOVED)
                .objective(BKD.withReweighting(Reweighting.deferredToEpoch(1)))
                .schedule(
                        Schedule.of(5).withBatchSize(16).withLearningRate(0.02).withPatience(patience))
                .seed(7);
        float[][] unbroken = rows(plan.build().distill(TEACHER, splits));
        plan.checkpoint(folder.resolve("joint.checkpoint"));
        plan.monitor(new Killer(12));
        assertThatThrownBy(() -> plan.build().distill(TEACHER, splits)).isInstanceOf(Killer.Killed.class);
        Killer never = new Killer(-1);
        plan.monitor(never);

        assertThat(rows(plan.build().distill(TEACHER, splits))).isDeepEqualTo(unbroken);
        assertThat(never.resumed()).hasSize(1);
    }

    @Test
    void aTeacherThatCannotSeeABatchIsRefused() {
        Teacher<Image> ensemble = Teacher.ensemble("both", List.of(TEACHER, TEACHER));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(MOVED, BKD, 1).distill(ensemble, SPLITS))
                .withMessage("teacher of a student with augmentation must be a trained network, which sees each"
                        + " batch, but was both");
        Splits<Image> others = Splits.of(ToyImages.corpus(9, 40, 20, 10), SPLITS.test());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(MOVED, BKD, 1).distill(TEACHER, others))
                .withMessageStartingWith("classifier must see what it was trained on, ImageEncoder[");
    }

    @Test
    void momentumTrainsImagesButNoTexts() {
        Distillation<Image> images = Distillation.builder(STILL)
                .objective(Objectives.crossEntropy())
                .schedule(Schedule.of(8).withBatchSize(16).withLearningRate(0.1).withOptimiser(Optimiser.nesterov()))
                .seed(7)
                .build();
        assertThat(accuracy(images.train(SPLITS))).isGreaterThan(0.9);

        Corpus<String> texts = Toy.corpus(1, 10, 5);
        Distillation<String> plan = Distillation.builder(BagOfEmbeddings.small())
                .objective(Objectives.crossEntropy())
                .schedule(Schedule.of(1).withOptimiser(Optimiser.nesterov()))
                .seed(7)
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.train(Splits.of(texts, texts)))
                .withMessage("optimiser of a network for texts must be Adam but was Nesterov[momentum=0.9, l2=2.0E-4,"
                        + " warmUp=0.025, drops=[0.8, 0.9], factor=0.01]");
    }
}
