package io.github.bkd4j.distill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.bkd4j.Toy;
import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Scores;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.network.Head;
import io.github.bkd4j.network.TextCnn;
import io.github.bkd4j.objective.DistillationObjective;
import io.github.bkd4j.objective.HardLabelObjective;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.text.TextEncoding;
import io.github.bkd4j.train.EpochSummary;
import io.github.bkd4j.train.Schedule;
import io.github.bkd4j.train.TrainingMonitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The objectives of the field, from a plan to a student. */
class ObjectivesInPlansTest {

    private static final int EPOCHS = 12;
    private static final BagOfEmbeddings BAG = BagOfEmbeddings.small()
            .withEncoding(TextEncoding.bagOfNgrams().withNgrams(1))
            .withDimension(16);
    private static final BagOfEmbeddings COSINE_BAG = BAG.withHead(Head.COSINE);
    private static final ClassWeights WEIGHTS = ClassWeights.effectiveNumber(0.99);
    private static final Temperature T = Temperature.of(2);
    private static final DistillationObjective BKD = Objectives.balancedDistillation(T, WEIGHTS);
    private static final HardLabelObjective LDAM_DRW = Objectives.ldam(0.5, WEIGHTS, Reweighting.deferredToShare(0.75));
    private static final Splits<String> SPLITS = Splits.of(corpus(1, 80, 30, 10), corpus(2, 20, 20, 20));

    private static final Teacher<String> TEACHER = teacher(SPLITS);

    private static Teacher<String> teacher(Splits<String> splits) {
        return Teacher.of("bag", builder(BAG, Objectives.crossEntropy()).build().train(splits));
    }

    static List<Arguments> needingCosines() {
        HardLabelObjective ldam = Objectives.ldam(0.5);
        return List.of(
                arguments("ldam", ldam),
                arguments("ldam-drw", LDAM_DRW),
                arguments("kd+ldam", Objectives.distillation(T, 1, ldam)),
                arguments("dkd+ldam", Objectives.decoupledDistillation(T, 1, 8, ldam)),
                arguments("bkd+ldam", BKD.withHardLabels(ldam)));
    }

    @ParameterizedTest
    @MethodSource("needingCosines")
    void aLinearHeadUnderMarginsIsRefused(String name, Objective objective) {
        String message = "objective " + name
                + " must have a student with a cosine head, for example withHead(Head.COSINE), but had LINEAR";

        assertThatIllegalStateException()
                .isThrownBy(() -> builder(BAG, objective).build())
                .withMessage(message);
        assertThatIllegalStateException()
                .isThrownBy(() -> builder(TextCnn.small(), objective).build())
                .withMessage(message);
        assertThat(builder(COSINE_BAG, objective).build().objective()).isEqualTo(objective);
    }

    static List<Arguments> trained() {
        return List.of(
                arguments(COSINE_BAG, LDAM_DRW),
                arguments(COSINE_BAG, Objectives.crossEntropy()),
                arguments(COSINE_BAG, BKD.withHardLabels(LDAM_DRW)),
                arguments(BAG, BKD.withHardLabels(Objectives.logitAdjusted(1))),
                arguments(BAG, Objectives.decoupledDistillation(T, 1, 8, Objectives.crossEntropy())),
                arguments(BAG, Objectives.distillation(T, 1, Objectives.classBalancedFocal(2, WEIGHTS))));
    }

    @ParameterizedTest
    @MethodSource("trained")
    void aStudentLearns(BagOfEmbeddings student, Objective objective) {
        List<EpochSummary> history = new ArrayList<>();
        TrainingMonitor monitor = new TrainingMonitor() {
            @Override
            public void epoch(EpochSummary summary, int epochs) {
                history.add(summary);
            }
        };

        Classifier<String> classifier =
                builder(student, objective).monitor(monitor).build().distill(TEACHER, SPLITS);

        assertThat(history).hasSize(EPOCHS).allSatisfy(summary -> {
            assertThat(summary.loss().hard()).isFinite().isPositive();
            assertThat(summary.loss().distillation() > 0).isEqualTo(objective.needsTeacher());
        });
        assertThat(Scores.of(classifier.predict(SPLITS.test().instances()), SPLITS.test(), classifier.trainingCounts())
                        .balancedAccuracy())
                .isGreaterThan(0.9);
    }

    @Test
    void aCosineHeadOutlivesItsArchive(@TempDir Path folder) {
        Classifier<String> classifier = builder(COSINE_BAG, LDAM_DRW).build().train(SPLITS);
        classifier.save(folder.resolve("student.bkd"));

        TextClassifier loaded = TextClassifier.load(folder.resolve("student.bkd"));

        assertThat(logits(loaded))
                .isEqualTo(logits(classifier))
                .allMatch(logit -> Math.abs(logit) <= 30.001)
                .anyMatch(logit -> Math.abs(logit) > 10);
    }

    private static List<Float> logits(Classifier<String> classifier) {
        return Toy.flat(classifier.predict(SPLITS.test().instances()));
    }

    @Test
    void decoupledDistillationOfTwoClassesIsRefused() {
        Splits<String> two = Splits.of(corpus(1, 20, 10), corpus(2, 5, 5));
        Distillation<String> plan = builder(BAG, Objectives.decoupledDistillation(T, 1, 8, Objectives.crossEntropy()))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.distill(teacher(two), two))
                .withMessage("decoupled knowledge distillation must have at least 3 classes but had 2");
    }

    /** Classes a, b, c of the given sizes; a text has two words of its class beside two of everybody's. */
    private static Corpus<String> corpus(long seed, int... sizes) {
        Random random = new Random(seed);
        List<Labeled<String>> rows = new ArrayList<>();
        for (int c = 0; c < sizes.length; c++) {
            String label = Character.toString('a' + c);
            for (int i = 0; i < sizes[c]; i++) {
                rows.add(new Labeled<>(
                        "%s%d all%d %s%d all%d"
                                .formatted(
                                        label,
                                        random.nextInt(4),
                                        random.nextInt(9),
                                        label,
                                        random.nextInt(4),
                                        random.nextInt(9)),
                        label));
            }
        }
        return Corpus.of(rows);
    }

    private static DistillationBuilder<String> builder(Architecture<String> student, Objective objective) {
        return Distillation.builder(student)
                .objective(objective)
                .schedule(Schedule.of(EPOCHS).withBatchSize(16).withLearningRate(0.03))
                .seed(7);
    }
}
