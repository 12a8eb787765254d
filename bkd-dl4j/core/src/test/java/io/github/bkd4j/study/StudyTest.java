package io.github.bkd4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Result;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.report.History;
import io.github.bkd4j.teacher.CorpusLogits;
import io.github.bkd4j.teacher.NgramRegression;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.train.Schedule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {

    private static final Schedule SCHEDULE = Schedule.of(1).withBatchSize(8);
    private static final TeacherRecipe LINEAR = TeacherRecipe.linear();
    private static final List<String> UNLABELLED = List.of("where is it", "water");

    @TempDir
    private Path folder;

    private TrialStore store = TrialStore.none();
    private final List<String> told = new ArrayList<>();

    private final StudyListener listener = new StudyListener() {

        @Override
        public void trained(String name, long seed, Classifier<String> classifier) {
            told.add(name + " " + seed);
        }

        @Override
        public void kept(String name, long seed) {
            told.add("kept " + name + " " + seed);
        }
    };

    @BeforeEach
    void keepInTheFolder() {
        store = TrialStore.in(folder);
    }

    private static Corpus<String> corpus(String... labelled) {
        return Corpus.of(Arrays.stream(labelled)
                .map(one -> one.split(":"))
                .map(one -> new Labeled<>(one[1], one[0]))
                .toList());
    }

    private static final Corpus<String> TRAIN = corpus(
            "a:parcel late", "a:parcel lost", "a:late again", "a:where is the parcel", "b:water here", "b:wet floor");
    private static final Corpus<String> VALID = corpus("a:the parcel", "b:the water");
    private static final Corpus<String> TEST = corpus("a:late", "b:wet");

    private static Trial trial(LossName loss, LossSettings settings, Schedule schedule) {
        return loss.trial(settings, LINEAR, BagOfEmbeddings.small(), schedule);
    }

    private static Trial trial(LossName loss) {
        return trial(loss, LossSettings.usual(), SCHEDULE);
    }

    private Study study(Corpus<String> train, Corpus<String> valid, Corpus<String> test, long seed, TeacherRecipe by) {
        return Study.of(Splits.of(train, valid, test), seed, by)
                .withStore(store)
                .withListener(listener)
                .withUnlabelled(splits -> UNLABELLED);
    }

    private Study usual() {
        return study(TRAIN, VALID, TEST, 1, LINEAR);
    }

    private List<String> toldBy(Study study, Trial... trials) {
        told.clear();
        study.compare(List.of(trials), 1);
        return List.copyOf(told);
    }

    @Test
    void trialsAreScoredFromEachSeedBelowTheirTeachersAndTrainedOnce() {
        Trial ce = trial(LossName.CE);
        StudyResult result = usual().compare(List.of(ce, ce.adjusted(1), trial(LossName.KD), trial(LossName.BKD)), 2);

        Evaluation<String> evaluation = result.evaluation();
        assertThat(evaluation.results().stream().map(Result::system))
                .containsExactly("teacher", "teacher-la", "ce", "ce+pla", "kd", "bkd", "ce", "ce+pla", "kd", "bkd");
        assertThat(told).containsExactly("ce 1", "kd 1", "bkd 1", "ce 2", "kd 2", "bkd 2");
        assertThat(result.histories().stream().map(History::system))
                .containsExactly("ce", "kd", "bkd", "ce", "kd", "bkd");
        assertThat(result.provenance())
                .containsOnlyKeys("teacher", "teacher-la", "student", "training fingerprint", "test fingerprint");
    }

    @Test
    void aTeacherThatIsGivenIsNotTrained() {
        Teacher<String> given = Teacher.of("given", NgramRegression.usual().fit(TRAIN));
        TeacherRecipe asTeacher = TeacherRecipe.given(given, Fingerprint.of().with("name", "given"));
        Trial bkd = LossName.BKD.trial(LossSettings.usual(), asTeacher, BagOfEmbeddings.small(), SCHEDULE);
        assertThat(bkd.teacher()).isEqualTo(TeacherObjective.CROSS_ENTROPY);
        assertThat(study(TRAIN, VALID, TEST, 1, asTeacher)
                        .compare(List.of(bkd), 1)
                        .evaluation()
                        .systems())
                .containsExactly("teacher", "bkd");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asTeacher.crossFitted(2, 7))
                .withMessage("teacher must be trained but given is given");

        TeacherRecipe asLogits = TeacherRecipe.given(CorpusLogits.of(given, TRAIN), Fingerprint.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> study(TRAIN, VALID, TEST, 2, asLogits).compare(List.of(bkd), 1))
                .withMessage("teacher of unlabelled texts must predict for any text but given predicts for the training"
                        + " texts alone");
    }

    @Test
    void aTrialIsKeptUnderEverythingThatItDependsOn() {
        Trial kd = trial(LossName.KD);
        List<String> trained = List.of("kd 1");
        List<String> kept = List.of("kept kd 1");
        assertThat(toldBy(usual(), kd)).isEqualTo(trained);
        assertThat(toldBy(usual(), kd)).isEqualTo(kept);

        Corpus<String> other = corpus("a:the parcel", "b:a flood");
        Corpus<String> relabelled = corpus("a:the parcel", "c:the water");
        for (Study changed : List.of(
                study(TRAIN.rows(new int[] {0, 1, 2, 4, 5}), VALID, TEST, 1, LINEAR),
                study(TRAIN, other, TEST, 1, LINEAR),
                study(TRAIN, relabelled, TEST, 1, LINEAR),
                study(TRAIN, VALID, other, 1, LINEAR),
                study(TRAIN, VALID, TEST, 1, LINEAR.crossFitted(2, 7)),
                study(TRAIN, VALID, TEST, 1, LINEAR.crossFitted(2, 8)),
                usual().withUnlabelled(splits -> List.of("where is it", "fire")),
                usual().withStore(TrialStore.in(folder, Test.class)))) {
            assertThat(toldBy(changed, kd)).isEqualTo(trained);
        }
        assertThat(toldBy(study(TRAIN, VALID, TEST, 2, LINEAR), kd)).containsExactly("kd 2");
        assertThat(toldBy(usual(), trial(LossName.KD_LA))).containsExactly("kd-la 1");
        assertThat(toldBy(usual(), trial(LossName.KD, LossSettings.usual(), SCHEDULE.withBatchSize(4))))
                .isEqualTo(trained);
        LossSettings hotter = new LossSettings(3, 1, 0, OptionalDouble.empty(), OptionalDouble.empty(), 0, 1);
        assertThat(toldBy(usual(), trial(LossName.KD, hotter, SCHEDULE))).isEqualTo(trained);
        Trial large = LossName.KD.trial(
                LossSettings.usual(), LINEAR, BagOfEmbeddings.small().withDimension(8), SCHEDULE);
        assertThat(toldBy(usual(), large)).isEqualTo(trained);

        assertThat(toldBy(usual(), kd)).isEqualTo(kept);
        assertThat(toldBy(usual().withStore(TrialStore.none()), kd)).isEqualTo(trained);
    }

    /** Lists of texts whose hash codes are equal. */
    @Test
    void unlabelledTextsAreNotKnownByTheirHashCode() {
        assertThat(List.of("Aa").hashCode()).isEqualTo(List.of("BB").hashCode());
        toldBy(usual().withUnlabelled(splits -> List.of("Aa")), trial(LossName.KD));
        assertThat(toldBy(usual().withUnlabelled(splits -> List.of("BB")), trial(LossName.KD)))
                .containsExactly("kd 1");
    }

    @Test
    void keptResultsAreTheSame() {
        StudyResult first = usual().compare(List.of(trial(LossName.BKD)), 1);
        StudyResult again = usual().compare(List.of(trial(LossName.BKD)), 1);
        assertThat(again.histories()).isEqualTo(first.histories());
        assertThat(again.evaluation().system("bkd").accuracy())
                .isEqualTo(first.evaluation().system("bkd").accuracy());
    }

    @Test
    void aTuningResumesWithoutItsTeachers() {
        Corpus<String> training = Corpus.of(IntStream.range(0, 24)
                .mapToObj(i -> new Labeled<>((i % 3 == 0 ? "water " : "parcel ") + i, i % 3 == 0 ? "b" : "a"))
                .toList());
        List<RoundScore> scores = new ArrayList<>();
        Study study = study(training, VALID, TEST, 1, LINEAR).withListener(new StudyListener() {

            @Override
            public void scored(RoundScore score) {
                scores.add(score);
            }
        });
        CrossValidation folds = CrossValidation.ofFolds(training, 2, 1);
        SearchSpace space = new SearchSpace(LINEAR, BagOfEmbeddings.small(), SCHEDULE);
        SuccessiveHalving halving = new SuccessiveHalving(5, OptionalDouble.empty());

        TuningResult first = halving.tune(study, folds, space, 1).orElseThrow();
        assertThat(scores).hasSize(10).noneMatch(RoundScore::isKept);
        assertThat(scores.get(9).training()).isEqualTo(10);
        scores.clear();
        TuningResult again = halving.tune(study, folds, space, 1).orElseThrow();
        assertThat(scores).hasSize(10).allMatch(RoundScore::isKept);
        assertThat(again.table(9)).isEqualTo(first.table(9));
        assertThat(again.sentence()).isEqualTo(first.sentence());
        assertThat(new SuccessiveHalving(5, OptionalDouble.of(1e-9))
                        .tune(study.withStore(TrialStore.none()), folds, space, 1))
                .isEmpty();
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        Trial ce = trial(LossName.CE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> usual().compare(List.of(ce), 0))
                .withMessage("seeds must be >= 1 but were 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> usual().compare(List.of(ce, ce), 1))
                .withMessage("trials must be at least one, each of another name, but were [ce, ce]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ce.named(" "))
                .withMessage("name must not be blank but was ' '");
    }

    /** A given teacher that is always right, and one that always says "a", beside a student of one epoch. */
    @Test
    void aTeacherIsScoredBesideAStudentThatLearnsAlone() {
        Trial alone = trial(LossName.LOGIT_ADJUSTED);
        TeacherWorth right = worth(given("right", text -> text.endsWith("late") ? 9 : -9), alone);
        TeacherWorth constant = worth(given("constant", text -> 9), alone);
        assertThat(right.teacher()).isEqualTo(1);
        assertThat(constant.teacher()).isEqualTo(0.5);
        assertThat(constant.student()).isEqualTo(right.student());
        assertThat(new TeacherWorth(0.6, 0.5).isBetter()).isTrue();
        assertThat(new TeacherWorth(0.5, 0.5).isBetter()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> usual().worth(trial(LossName.KD)))
                .withMessage("trial must need no teacher but was kd");
    }

    private TeacherWorth worth(TeacherRecipe teacher, Trial own) {
        Corpus<String> lateAndWet = corpus(IntStream.range(0, 10)
                .mapToObj(i -> i < 5 ? "a:p" + i + " late" : "b:w" + i + " wet")
                .toArray(String[]::new));
        return study(lateAndWet, VALID, TEST, 1, teacher).worth(own);
    }

    /** Folds have no validation split to wait for. */
    @Test
    void aStudentWithPatienceIsScoredToo() {
        TeacherRecipe constant = given("constant", text -> 9);
        Trial patient = trial(LossName.LOGIT_ADJUSTED, LossSettings.usual(), SCHEDULE.withPatience(2));
        assertThat(worth(constant, patient)).isEqualTo(worth(constant, trial(LossName.LOGIT_ADJUSTED)));
    }

    private static TeacherRecipe given(String name, ToDoubleFunction<String> logitOfA) {
        return TeacherRecipe.given(
                Teacher.of(
                        "given",
                        texts -> new Logits(
                                List.of("a", "b"),
                                texts.stream()
                                        .map(text -> new float[] {(float) logitOfA.applyAsDouble(text), 0})
                                        .toArray(float[][]::new))),
                Fingerprint.of().with("teacher", name));
    }

    @Test
    void lossesHaveTheirNamesAndDefaultsHere() {
        assertThat(LossName.names())
                .isEqualTo("bkd, bkd-plain, bkd-paper, kd, kd-la, dkd, ce, cb, focal, ldam-drw, logit-adjusted,"
                        + " ce+pseudo, la+pseudo");
        assertThat(LossName.of("bkd")).contains(LossName.BKD);
        assertThat(LossName.of("mse")).isEmpty();
        assertThat(LossName.meanings())
                .startsWith("bkd: the labels, and the teacher")
                .contains(" ce: the labels alone");
        assertThat(trial(LossName.BKD).objective())
                .isNotEqualTo(trial(LossName.BKD_PLAIN).objective());
        assertThat(LossName.BKD.objective(LossSettings.usual(), false))
                .isEqualTo(trial(LossName.BKD_PLAIN).objective());
        assertThat(trial(LossName.LDAM_DRW).objective().needsCosines()).isTrue();
        assertThat(trial(LossName.LOGIT_ADJUSTED).objective()).isEqualTo(Objectives.logitAdjusted(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LossSettings(0, 1, 0, OptionalDouble.empty(), OptionalDouble.empty(), 0, 1))
                .withMessage("temperature must be finite and > 0 but was 0.0");
    }
}
