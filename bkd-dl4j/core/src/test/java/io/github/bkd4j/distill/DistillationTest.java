package io.github.bkd4j.distill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.Toy;
import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Scores;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.teacher.CorpusLogits;
import io.github.bkd4j.teacher.LogitsException;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.train.EpochSummary;
import io.github.bkd4j.train.Schedule;
import io.github.bkd4j.train.TrainingMonitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistillationTest {

    private static final Splits<String> SPLITS = Splits.of(Toy.corpus(1, 80, 20, 8), Toy.corpus(2, 10, 10, 10));
    private static final Schedule SCHEDULE = Schedule.of(20).withBatchSize(16).withLearningRate(0.03);
    private static final Objective BKD =
            Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.99));

    private static DistillationBuilder<String> builder() {
        return Distillation.builder(Toy.bag());
    }

    private static Distillation<String> plan(Objective objective) {
        return builder().objective(objective).schedule(SCHEDULE).seed(7).build();
    }

    private static Teacher<String> teacher() {
        return Teacher.of("bag", plan(Objectives.crossEntropy()).train(SPLITS));
    }

    @Test
    void whatIsMissingIsNamedWithAnExample() {
        assertThatIllegalStateException()
                .isThrownBy(() -> builder().epochs(5).seed(7).build())
                .withMessage("objective must be set, for example objective(Objectives.crossEntropy())");
        assertThatIllegalStateException()
                .isThrownBy(() -> builder().objective(BKD).seed(7).build())
                .withMessage("schedule must be set, for example epochs(20)");
        assertThatIllegalStateException()
                .isThrownBy(() -> builder().objective(BKD).epochs(5).build())
                .withMessage("seed must be set, for example seed(7)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().epochs(0))
                .withMessage("epochs must be >= 1 but was 0");
    }

    @Test
    void thePlanHoldsItsSettings() {
        assertThat(plan(BKD)).isEqualTo(new Distillation<>(Toy.bag(), BKD, SCHEDULE, 7, TrainingMonitor.SILENT, null));
        assertThat(builder().objective(BKD).epochs(5).seed(7).build().schedule().epochs())
                .isEqualTo(5);
    }

    @Test
    void aBalancedStudentLearnsTheTail() {
        Classifier<String> student = plan(BKD).distill(teacher(), SPLITS);

        assertThat(student.labels()).containsExactly("a", "b", "c");
        assertThat(student.trainingCounts()).isEqualTo(SPLITS.train().counts());
        assertThat(Scores.of(student.predict(SPLITS.test().instances()), SPLITS.test(), student.trainingCounts())
                        .balancedAccuracy())
                .isGreaterThan(0.9);
    }

    @Test
    void theSamePlanGivesTheSameStudent() {
        Teacher<String> teacher = teacher();
        List<Float> logits = logits(plan(BKD).distill(teacher, SPLITS));

        assertThat(logits(plan(BKD).distill(teacher, SPLITS))).isEqualTo(logits);
        assertThat(logits(plan(Objectives.crossEntropy()).distill(teacher, SPLITS)))
                .isNotEqualTo(logits);
    }

    private static List<Float> logits(Classifier<String> classifier) {
        return Toy.flat(classifier.predict(SPLITS.test().instances()));
    }

    /** Three labelled texts a class know few words; what the teacher says of others teaches the rest. */
    @Test
    void unlabelledTextsTeachWordsThatNoLabelledTextHas() {
        Splits<String> few = Splits.of(Toy.corpus(3, 3, 3, 3), SPLITS.test());
        Teacher<String> teacher = teacher();
        List<String> more = Toy.corpus(4, 60, 60, 60).instances();

        Classifier<String> without = plan(BKD).distill(teacher, few);
        Classifier<String> with = plan(BKD).distill(teacher, few, more);

        assertThat(balancedAccuracy(with)).isGreaterThan(0.85).isGreaterThan(balancedAccuracy(without) + 0.1);
        assertThat(with.trainingCounts()).isEqualTo(few.train().counts());
    }

    private static double balancedAccuracy(Classifier<String> classifier) {
        return Scores.of(classifier.predict(SPLITS.test().instances()), SPLITS.test(), classifier.trainingCounts())
                .balancedAccuracy();
    }

    @Test
    void unlabelledTextsWithoutDistillationAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(Objectives.crossEntropy()).distill(teacher(), SPLITS, List.of("a0")))
                .withMessage(
                        "objective ce must be one of distillation to learn from unlabelled instances but was none");
    }

    @Test
    void logitsAboutTheTrainingSplitTeachAsTheirTeacherDoes() {
        Teacher<String> teacher = teacher();
        CorpusLogits<String> known = CorpusLogits.of(teacher, SPLITS.train());
        List<String> unlabelled = Toy.corpus(5, 6, 6, 6).instances();

        assertThat(logits(plan(BKD).distill(known, SPLITS)))
                .isEqualTo(logits(plan(BKD).distill(teacher, SPLITS)));
        assertThat(logits(plan(BKD).distill(known, SPLITS, teacher, unlabelled)))
                .isEqualTo(logits(plan(BKD).distill(teacher, SPLITS, unlabelled)))
                .isNotEqualTo(logits(plan(BKD).distill(known, SPLITS)));
    }

    @Test
    void logitsAboutAnotherCorpusAreRefused() {
        Corpus<String> other = SPLITS.test();
        CorpusLogits<String> known = CorpusLogits.of(teacher(), other);

        assertThatThrownBy(() -> plan(BKD).distill(known, SPLITS))
                .isInstanceOf(LogitsException.class)
                .hasMessage("logits of bag must be about the corpus asked for, fingerprint "
                        + SPLITS.train().fingerprint().substring(0, 12) + ", but were made for "
                        + other.fingerprint().substring(0, 12));
    }

    /** Where the teacher says nothing the labels are all there is: as if alpha were 0. */
    @Test
    void aSilentTeacherTeachesNothing() {
        Teacher<String> silent = silent();
        Objective alphaZero = Objectives.distillation(Temperature.of(2), 0);

        assertThat(logits(plan(BKD).distill(silent, SPLITS)))
                .isEqualTo(logits(plan(alphaZero).distill(teacher(), SPLITS)));
    }

    private static Teacher<String> silent() {
        return new Teacher<>() {
            @Override
            public String name() {
                return "silent";
            }

            @Override
            public Logits predict(List<String> texts) {
                return Logits.partial(SPLITS.train().labels(), new float[texts.size()][]);
            }
        };
    }

    @Test
    void provenanceSaysHowAndFromWhat() {
        Classifier<String> student = plan(BKD).distill(teacher(), SPLITS);

        assertThat(student.provenance().entries())
                .containsEntry(
                        "student",
                        "BagOfEmbeddings(text=TextEncoding(tokenizer={\"tokenizer\": \"unicode-words\"},"
                                + " normalisation=Normalisation.NFC, ngrams=1, characters=0, minCount=1,"
                                + " maxVocabulary=100000, maxWords=256, weighting=Weighting.TF_IDF), dimension=8, hidden=0,"
                                + " dropout=0.2, head=Head.LINEAR, wideCost=0)")
                .containsEntry(
                        "objective",
                        "DistillationObjective(target=Balanced(temperature=Temperature(value=2), alpha=1,"
                                + " weights=EffectiveNumberWeights(beta=0.99), tempering=2, unlabelledTempering=2),"
                                + " hardLabels=CrossEntropy(weights=null, reweighting=FromTheStart()),"
                                + " reweighting=FromTheStart())")
                .containsEntry(
                        "schedule",
                        "Schedule(epochs=20, batchSize=16, learningRate=0.03, patience=0, sampler=ShuffleSampler(),"
                                + " optimiser=Adam())")
                .containsEntry("seed", "7")
                .containsEntry("teacher", "bag")
                .containsEntry("training instances", "108")
                .containsEntry("training fingerprint", SPLITS.train().fingerprint())
                .hasEntrySatisfying(
                        "bkd version", version -> assertThat(version).matches("development\\+[0-9a-f]{64}"))
                .hasSize(8);
    }

    @Test
    void oneClassIsRefused() {
        Splits<String> one = Splits.of(Toy.corpus(1, 3), Toy.corpus(2, 3));
        String message = "the training split must have at least 2 classes but had only 'a' (instances: 3)";

        assertThatThrownBy(() -> plan(BKD).distill(teacher(), one))
                .isInstanceOf(CorpusException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> plan(Objectives.crossEntropy()).train(one))
                .isInstanceOf(CorpusException.class)
                .hasMessage(message);
    }

    @Test
    void aTeacherOfOtherClassesIsRefused() {
        Splits<String> two = Splits.of(Toy.corpus(1, 8, 4), Toy.corpus(2, 3, 3));
        assertThatThrownBy(() -> plan(BKD).distill(teacher(), two))
                .isInstanceOf(CorpusException.class)
                .hasMessage("teacher must know the classes of the training split and no others, but lacked none and had"
                        + " 'c' besides");
    }

    @Test
    void aDistillationWithoutTeacherIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(BKD).train(SPLITS))
                .withMessage("objective bkd must have a teacher but had none");
    }

    @Test
    void patienceWithoutValidationIsRefused() {
        Distillation<String> patient = builder()
                .objective(Objectives.crossEntropy())
                .schedule(SCHEDULE.withPatience(2))
                .seed(7)
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> patient.train(SPLITS))
                .withMessage("patience 2 must have a validation split but there was none");
    }

    /** Saving looks at the loss of the kept network too. */
    @Test
    void theBestEpochCanBeSaved(@TempDir Path folder) {
        List<EpochSummary> epochs = new ArrayList<>();
        TrainingMonitor monitor = new TrainingMonitor() {
            @Override
            public void epoch(EpochSummary summary, int planned) {
                epochs.add(summary);
            }
        };
        Splits<String> validated = Splits.of(SPLITS.train(), Toy.corpus(3, 5, 5, 5), SPLITS.test());
        Classifier<String> student = builder()
                .objective(BKD)
                .schedule(SCHEDULE.withPatience(1))
                .seed(7)
                .monitor(monitor)
                .build()
                .distill(teacher(), validated);
        Path file = folder.resolve("student.bkd");
        student.save(file);

        assertThat(TextClassifier.load(file).classify(SPLITS.test().instances()))
                .isEqualTo(student.classify(SPLITS.test().instances()));
        double best = epochs.stream()
                .mapToDouble(epoch -> epoch.validation().orElseThrow())
                .max()
                .orElseThrow();
        assertThat(Scores.of(
                                student.predict(validated.validation().instances()),
                                validated.validation(),
                                student.trainingCounts())
                        .balancedAccuracy())
                .isEqualTo(best);
    }
}
