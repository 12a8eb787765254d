package io.github.bkd4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.evaluate.Comparison;
import io.github.bkd4j.evaluate.Difference;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.Interval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Difference GAIN = new Difference(new Interval(0.06, 0.04, 0.08), 0.0004, 0.0002);
    private static final Difference LOSS = new Difference(new Interval(-0.02, -0.035, -0.005), 0.03, 0.015);
    private static final Difference CHANCE = new Difference(new Interval(0.01, -0.02, 0.04), 0.51, 0.51);

    private static String verdict(Difference balanced, Difference head, Difference tail) {
        return Verdict.of(
                new Comparison("bkd", "kd", balanced, Map.of(Group.HEAD, head, Group.TAIL, tail), Optional.empty()),
                "kd");
    }

    @Test
    void theTailGainsAndTheHeadPays() {
        assertThat(verdict(GAIN, LOSS, GAIN))
                .isEqualTo("Against kd, bkd finds more of the rare classes: tail recall rises by 0.060; the common "
                        + "classes pay 0.020; balanced accuracy rises by 0.060 (95% interval +0.040 to +0.080, "
                        + "p\u00a0<\u00a00.001).");
    }

    @Test
    void theTailGainsForNothing() {
        assertThat(verdict(GAIN, CHANCE, GAIN))
                .contains("; no change on the common classes beyond chance (+0.010); balanced accuracy rises");
        assertThat(verdict(GAIN, GAIN, GAIN)).contains("; the common classes gain too, 0.060; ");
        assertThat(verdict(GAIN, GAIN, CHANCE)).contains("(tail recall +0.010); the common classes gain 0.060; ");
        assertThat(verdict(GAIN, GAIN, LOSS)).contains("tail recall falls by 0.020; the common classes gain 0.060; ");
    }

    @Test
    void chanceIsNeverCalledAGain() {
        assertThat(verdict(CHANCE, CHANCE, CHANCE))
                .isEqualTo("Against kd, bkd shows no change on the rare classes beyond chance (tail recall +0.010); no "
                        + "change on the common classes beyond chance (+0.010); the difference in balanced accuracy, "
                        + "+0.010, can be chance (95% interval -0.020 to +0.040, p\u00a0=\u00a00.510).");
    }

    @Test
    void aLossIsSaid() {
        assertThat(verdict(LOSS, LOSS, LOSS))
                .contains("finds less of the rare classes: tail recall falls by 0.020")
                .contains("balanced accuracy falls by 0.020 (95% interval -0.035 to -0.005, p\u00a0=\u00a00.030)");
    }

    @Test
    void oneSystemAloneIsDescribed() {
        Evaluation<String> evaluation =
                Evaluation.on(Answers.TEST, Answers.TRAINING).of("bkd", Answers.of("bbbbffsb"));

        assertThat(Verdict.of(Study.of(evaluation)))
                .isEqualTo("bkd finds 0.833 (0.450 to 0.968) of a class, mean over the classes; 1.000 on the head; "
                        + "0.500 on the tail.");
    }

    @Test
    void theLastSystemIsHeldAgainstTheOneBeforeIt() {
        Evaluation<String> evaluation = Evaluation.on(Answers.TEST, Answers.TRAINING)
                .of("ce", Answers.of("bbbbffsb"))
                .of("kd", Answers.of("bbbbffsb"))
                .of("bkd", Answers.of("bbbbffss"));

        assertThat(Verdict.of(Study.of(evaluation))).startsWith("Against kd, bkd ");
        assertThat(Verdict.of(Study.of(evaluation).comparing("kd", "ce"))).startsWith("Against ce, kd ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Study.of(evaluation).comparing("kd", "kd"))
                .withMessage("rival must be another system than 'kd' but was the same");
    }

    /** A teacher that is better than all students is no rival. */
    @Test
    void theBestOfTheOtherStudentsDoesNotDependOnTheirOrder() {
        Evaluation<String> evaluation = Evaluation.on(Answers.TEST, Answers.TRAINING)
                .of("teacher", Answers.of("bbbbffss"))
                .of("la", Answers.of("bbbbffsb"))
                .of("ce", Answers.of("bbbbbbbb"))
                .of("bkd", Answers.of("bbbbffbb"));

        for (List<String> students : List.of(List.of("la", "ce"), List.of("ce", "la"))) {
            Study study = Study.of(evaluation).comparing("bkd", students);
            assertThat(study.rival()).contains(new Rival("la", true));
            assertThat(Verdict.of(study))
                    .startsWith("Against la, the best of the other students by balanced accuracy, bkd ")
                    .contains("balanced accuracy, -0.167, can be chance");
        }
    }

    @Test
    void amongEqualsTheFirstByNameIsTheRival() {
        Evaluation<String> evaluation = Evaluation.on(Answers.TEST, Answers.TRAINING)
                .of("kd", Answers.of("bbbbffsb"))
                .of("ce", Answers.of("bbbbffbs"))
                .of("bkd", Answers.of("bbbbffss"));

        assertThat(Rival.best(evaluation, List.of("kd", "ce"))).isEqualTo(new Rival("ce", true));
        assertThat(Rival.best(evaluation, List.of("ce", "kd"))).isEqualTo(new Rival("ce", true));
    }

    @Test
    void oneOtherStudentIsNotCalledTheBest() {
        Evaluation<String> evaluation = Evaluation.on(Answers.TEST, Answers.TRAINING)
                .of("ce", Answers.of("bbbbffsb"))
                .of("bkd", Answers.of("bbbbffss"));

        assertThat(Verdict.of(Study.of(evaluation).comparing("bkd", List.of("ce"))))
                .startsWith("Against ce, bkd ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Study.of(evaluation).comparing("bkd", List.of()))
                .withMessage("rivals must be at least one student but were none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Study.of(evaluation).comparing("bkd", List.of("ce", "bkd")))
                .withMessage("rival must be another system than 'bkd' but was the same");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Study.of(evaluation).comparing("bkd", List.of("kd")))
                .withMessage("system must be one of [ce, bkd] but was kd");
    }
}
