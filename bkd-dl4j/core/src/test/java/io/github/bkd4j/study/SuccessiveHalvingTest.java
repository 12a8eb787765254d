package io.github.bkd4j.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.evaluate.Interval;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.train.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of a tuning, without a training. */
class SuccessiveHalvingTest {

    private static final SearchSpace SPACE = space(TeacherRecipe.linear());

    private static final TeacherRecipe GIVEN = TeacherRecipe.given(
            Teacher.of("given", texts -> new Logits(List.of("a"), new float[texts.size()][1])), Fingerprint.of());

    private static SearchSpace space(TeacherRecipe recipe) {
        return new SearchSpace(recipe, BagOfEmbeddings.small(), Schedule.of(40).withLearningRate(0.005));
    }

    /** 12 texts of class a, 6 of b, 1 of c. */
    private static final Corpus<String> TRAINING = Corpus.of(IntStream.range(0, 19)
            .mapToObj(i -> new Labeled<>("text " + i, i < 12 ? "a" : i < 18 ? "b" : "c"))
            .toList());

    private static final CrossValidation FOLDS = CrossValidation.ofFolds(TRAINING, 3, 7);

    /** Right about the first instances of the round, and about none of the others. */
    private static Logits answers(int round, int right) {
        Corpus<String> asked = FOLDS.rounds().get(round).splits().test();
        float[][] rows = new float[asked.size()][3];
        for (int i = 0; i < rows.length; i++) {
            rows[i][(asked.classOf(i) + (i < right ? 0 : 1)) % 3] = 1;
        }
        return new Logits(asked.labels(), rows);
    }

    private static CandidateResult result(Candidate candidate, int... right) {
        return new CandidateResult(
                candidate,
                FOLDS,
                IntStream.range(0, right.length)
                        .mapToObj(round -> answers(round, right[round]))
                        .toList());
    }

    @Test
    void foldsArePooledAndTheOnlyTextOfAClassIsNeverLearnt() {
        assertThat(FOLDS.rounds().stream()
                        .mapToInt(round -> round.splits().test().size())
                        .sum())
                .isEqualTo(19);
        assertThat(FOLDS.rounds()).allSatisfy(round -> {
            boolean held = round.splits().test().counts().count(2) == 1;
            assertThat(round.splits().train().labels()).hasSize(held ? 2 : 3);
            assertThat(round.splits().train().instances())
                    .doesNotContainAnyElementsOf(round.splits().test().instances());
            assertThat(round.splits().validation().size()).isZero();
        });
        CandidateResult all = result(SPACE.usual().get(0), 9, 9, 9);
        assertThat(all.score()).isEqualTo(1);
        CandidateResult none = result(SPACE.usual().get(0), 0, 0, 0);
        assertThat(none.score()).isZero();
        assertThat(all.above(none).estimate()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 5, 0", "1, 5, 5", "2, 5, 10", "3, 3, 7", "8, 3, 14", "13, 5, 26", "29, 5, 55"})
    void halvingTakesSoManyTrainings(int drawn, int rounds, int trainings) {
        assertThat(SuccessiveHalving.trainings(drawn, rounds)).isEqualTo(trainings);
    }

    @Test
    void theBetterHalfGoesOnAndTheUsualAllTheWay() {
        List<Candidate> drawn = SPACE.drawn(6, 1);
        List<String> scored = new ArrayList<>();
        SuccessiveHalving.Scorer scorer = (before, round) -> {
            scored.add(round + " " + before.candidate().name());
            return before.with(answers(round, drawn.indexOf(before.candidate()))); // the later the better
        };

        assertThat(SuccessiveHalving.run(FOLDS, drawn, true, scorer).stream().map(CandidateResult::rounds))
                .containsExactly(1, 1, 1, 2, 3, 3);
        assertThat(scored)
                .containsExactly(
                        "0 drawn 1",
                        "0 drawn 2",
                        "0 drawn 3",
                        "0 drawn 4",
                        "0 drawn 5",
                        "0 drawn 6",
                        "1 drawn 6",
                        "1 drawn 5",
                        "1 drawn 4",
                        "2 drawn 6",
                        "2 drawn 5");
        scored.clear();
        assertThat(SuccessiveHalving.run(FOLDS, SPACE.usual(), false, scorer)).allMatch(one -> one.rounds() == 3);
        assertThat(scored).hasSize(9);
    }

    @Test
    void itEndsWhereTheTimeIsUp() {
        SuccessiveHalving.Scorer scorer = (before, round) -> round == 1 ? null : before.with(answers(round, 3));
        assertThat(SuccessiveHalving.run(FOLDS, SPACE.usual(), false, scorer)).allMatch(one -> one.rounds() == 1);
    }

    @Test
    void whatWasDrawnMustBeAStandardErrorAboveTheBestOfTheUsual() {
        List<Candidate> usual = SPACE.usual();
        Candidate drawn = SPACE.drawn(1, 1).get(0);
        List<CandidateResult> given =
                List.of(result(usual.get(0), 4, 4, 3), result(usual.get(1), 4, 4, 4), result(usual.get(2), 3, 3, 3));

        TuningResult little = TuningResult.of(with(given, result(drawn, 5, 4, 4)), 3);
        Interval difference = result(drawn, 5, 4, 4).above(given.get(1));
        assertThat(difference.estimate()).isPositive().isLessThan(CandidateResult.standardError(difference));
        assertThat(little.chosen().candidate()).isEqualTo(usual.get(1));
        assertThat(little.sentence())
                .isEqualTo("chosen: bkd-paper, the best of the usual settings; none that was drawn is above it by more"
                        + " than one standard error of the paired difference");

        TuningResult much = TuningResult.of(with(given, result(drawn, 7, 7, 7)), 3);
        assertThat(much.chosen().candidate()).isEqualTo(drawn);
        assertThat(much.sentence())
                .startsWith("chosen: drawn 1, above bkd-paper, the best of the usual settings, by 0.");

        TuningResult early = TuningResult.of(with(given, result(drawn, 7, 7)), 3); // better, but not in every round
        assertThat(early.chosen().candidate()).isEqualTo(usual.get(1));
        assertThat(early.table(9).lines().skip(2)).last().asString().startsWith("| drawn 1 ");
    }

    @Test
    void ofEqualUsualSettingsTheFirstIsChosen() {
        List<CandidateResult> given =
                SPACE.usual().stream().map(one -> result(one, 4, 4, 4)).toList();
        assertThat(TuningResult.of(given, 3).chosen().candidate().name()).isEqualTo("bkd");
    }

    private static List<CandidateResult> with(List<CandidateResult> given, CandidateResult more) {
        return Stream.concat(given.stream(), Stream.of(more)).toList();
    }

    @Test
    void drawsDifferAndTheFirstOfManyAreThoseOfFew() {
        List<Candidate> many = SPACE.drawn(40, 3);
        assertThat(many).hasSize(40);
        assertThat(many.subList(0, 5)).isEqualTo(SPACE.drawn(5, 3)).isNotEqualTo(SPACE.drawn(5, 4));
        assertThat(Stream.concat(SPACE.usual().stream(), many.stream()).map(Candidate::options))
                .doesNotHaveDuplicates();
        assertThat(many.stream().map(Candidate::loss)).contains(LossName.BKD, LossName.BKD_PLAIN);
        assertThat(space(GIVEN).drawn(20, 3)).allMatch(one -> one.loss() == LossName.BKD_PLAIN);
        assertThat(many).allSatisfy(one -> assertThat(one.settings().deferred()).isIn(0, 20, 32));
    }

    @Test
    void theStopwatchAllowsWhatEndsInTime() {
        long[] now = {0};
        Stopwatch watch = new Stopwatch(OptionalDouble.of(1), () -> now[0]);
        watch.took(10);
        watch.took(20);
        assertThat(watch.expected(4)).isEqualTo(60);
        assertThat(watch.allows(3)).isTrue(); // 45 s and a tenth
        assertThat(watch.allows(4)).isFalse();
        now[0] = 37_000_000_000L;
        assertThat(watch.left()).isEqualTo(23);
        assertThat(watch.allowsOne()).isTrue();
        now[0] = 39_000_000_000L;
        assertThat(watch.allowsOne()).isFalse();
        now[0] = 99_000_000_000L;
        assertThat(watch.left()).isZero();
        assertThat(new Stopwatch(OptionalDouble.empty(), () -> now[0]).allows(1000))
                .isTrue();
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SuccessiveHalving(0, OptionalDouble.empty()))
                .withMessage("candidates must be >= 1 but were 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SuccessiveHalving(1, OptionalDouble.of(0)))
                .withMessage("minutes must be finite and > 0 but were 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossValidation.ofValidation(TRAINING, TRAINING, 0, 1))
                .withMessage("seeds must be >= 1 but were 0");
    }
}
