package io.github.bkd4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.MultiLabelEvaluation;
import io.github.bkd4j.evaluate.SystemScores;
import io.github.bkd4j.evaluate.Thresholds;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegendTest {

    private static final Evaluation<String> TWO = Evaluation.on(Answers.TEST, Answers.TRAINING)
            .of("teacher", Answers.of("bbbbffss"))
            .of("bkd", Answers.of("bbbbffsb"));

    private static List<List<String>> columns(Evaluation<String> evaluation) {
        List<SystemScores> systems =
                evaluation.systems().stream().map(evaluation::system).toList();
        return ResultsTable.columns(systems);
    }

    private static String legend(Evaluation<String> evaluation) {
        return Legend.ofClasses(columns(evaluation)).toString();
    }

    @Test
    void everyColumnIsExplained() {
        Evaluation<String> evaluation = TWO.of("ce", 1, Answers.of("bbbbffss"), 2, 3);

        columns(evaluation).stream()
                .skip(1)
                .map(column -> column.get(0).replace(" (95%)", ""))
                .forEach(title -> assertThat(legend(evaluation)).contains("<dfn>" + title + "</dfn>: "));
        assertThat(legend(evaluation))
                .contains("<dfn>macro-F1</dfn>: mean F1 of the classes. ")
                .contains("<dfn>many</dfn>: recall of the classes with more than 100 training texts. ")
                .contains("<dfn>medium</dfn>: recall of the classes with 20 to 100 training texts. ")
                .contains("<dfn>few</dfn>: recall of the classes with fewer than 20 training texts. ");
    }

    @Test
    void whatTheTableLacksIsNotExplained() {
        Evaluation<String> head = Evaluation.on(Answers.TEST.rows(new int[] {0, 1}), Answers.TRAINING)
                .of("teacher", Answers.of("bb"));

        assertThat(legend(head))
                .contains("<dfn>many</dfn>")
                .doesNotContain("medium", "few", "tail", "train s", "teacher");
    }

    @Test
    void namesOfSystemsAreExplained() {
        assertThat(legend(TWO)).doesNotContain("teacher-la", "+pla");
        assertThat(legend(TWO.of("teacher-la", Answers.of("bbbbffss")).of("ce+pla", Answers.of("bbbbffss"))))
                .contains("<dfn>teacher-la</dfn>: the teacher trained with the logit-adjusted loss. ")
                .contains("<dfn>+pla</dfn>: the row without it after post-hoc logit adjustment");
    }

    @Test
    void everyColumnOfLabelSetsIsExplained() {
        ClassCounts training = new ClassCounts(List.of("corn", "grain"), List.of(3L, 300L));
        MultiLabelEvaluation<String> evaluation = MultiLabelEvaluation.on(
                        MultiLabelInspectionTest.corpus("grain:a", "grain,corn:b"), training)
                .of(
                        "bkd",
                        1,
                        texts -> new Logits(training.labels(), new float[][] {{-1, 1}, {1, 1}}),
                        Thresholds.all(training.labels(), 0.5));
        List<List<String>> columns = MultiLabelTables.systems(List.of(evaluation.system("bkd")));
        String legend = Legend.ofLabels(columns).toString();

        columns.stream()
                .skip(1)
                .map(column -> column.get(0).replace(" (95%)", ""))
                .forEach(title -> assertThat(legend).contains("<dfn>" + title + "</dfn>: "));
        assertThat(legend).contains("<dfn>few</dfn>: F1 of the labels with fewer than 20 training texts. ");
        assertThat(Legend.ofFigures(MultiLabelTables.figures(evaluation.system("bkd")))
                        .toString())
                .contains("<dfn>precision at 1</dfn>: ", "<dfn>recall at 1</dfn>: ", "<dfn>Hamming loss</dfn>: ")
                .contains("<dfn>label ranking AP</dfn>: ");
    }
}
