package io.github.bkd4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.evaluate.Evaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbstentionReportTest {

    /** All confidences are equal, so the risk at any coverage is the share of errors: 1 of 8, then 2 of 8. */
    private static final Report REPORT = Report.of(Evaluation.on(Answers.TEST, Answers.TRAINING)
                    .of("kd", Answers.of("bbbbffsb"))
                    .of("bkd", Answers.of("bbbsfbss")))
            .withFigures(List.of(new Figure("coverage", "coverage", 0.75), new Figure("auroc", "AUROC", Double.NaN)));

    @TempDir
    private Path folder;

    private String written(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void theTableHasTheAreaAndTheFurtherFigures() {
        assertThat(REPORT.figures("bkd"))
                .containsPattern("\\| AURC +\\| 0.250 \\|")
                .containsPattern("\\| coverage +\\| 0.750 \\|")
                .doesNotContain("AUROC");
        assertThat(REPORT.figures("kd"))
                .containsPattern("\\| AURC +\\| 0.125 \\|")
                .doesNotContain("coverage");
    }

    @Test
    void filesHaveThemToo() throws IOException {
        REPORT.writeJson(folder.resolve("scores.json"));
        REPORT.writeCsv(folder.resolve("scores.csv"));

        assertThat(written("scores.json"))
                .containsSubsequence(
                        "\"system\" : \"kd\"",
                        "\"aurc\" : 0.125",
                        "\"coverage\" : null",
                        "\"auroc\" : null",
                        "\"system\" : \"bkd\"",
                        "\"aurc\" : 0.25",
                        "\"coverage\" : 0.75",
                        "\"auroc\" : null");
        assertThat(written("scores.csv").lines().toList().get(0)).endsWith("top5,aurc,coverage,auroc");
        assertThat(written("scores.csv").lines().toList().get(2)).endsWith("0.25,0.75,");
    }

    @Test
    void thePageHasTheCurve() throws IOException {
        REPORT.writeHtml(folder.resolve("report.html"));

        assertThat(written("report.html"))
                .contains("<h2>What if it may abstain?</h2>")
                .contains("share of wrong answers against share of answered texts, by system")
                .containsSubsequence(">coverage<", "0.750</td>", ">AUROC<", "-</td>");
    }

    @Test
    void aFigureWithoutANameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Figure(" ", "coverage", 1))
                .withMessage("key must not be blank but was \" \"");
    }
}
