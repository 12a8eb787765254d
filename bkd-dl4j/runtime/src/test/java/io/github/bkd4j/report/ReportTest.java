package io.github.bkd4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.evaluate.Comparison;
import io.github.bkd4j.evaluate.Difference;
import io.github.bkd4j.evaluate.Evaluation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {

    private static final Evaluation<String> NOTHING = Evaluation.on(Answers.TEST, Answers.TRAINING);
    private static final Evaluation<String> TEACHER = NOTHING.of("teacher", Answers.of("bbbbffss"));

    /** Recalls 1, 1, 1/2 and 3/4, 1/2, 1/2. */
    private static final Evaluation<String> TWO =
            NOTHING.of("teacher", Answers.of("bbbbffsb")).of("bkd", 7, Answers.of("bbbsfbsb"), 12.34, 1_900_000);

    @TempDir
    Path folder;

    @Test
    void oneRunASystem() {
        assertThat(Report.of(TWO).table()).isEqualTo("""
                | system  | accuracy | balanced accuracy (95%) | macro-F1 |  many | medium |   few |  head | middle |  tail |   ECE | train s | parameters |
                | ------- | -------: | ----------------------: | -------: | ----: | -----: | ----: | ----: | -----: | ----: | ----: | ------: | ---------: |
                | teacher |    0.875 |  0.833 (0.450 to 0.968) |    0.852 | 1.000 |  1.000 | 0.500 | 1.000 |  1.000 | 0.500 | 0.075 |       - |          - |
                | bkd     |    0.625 |  0.583 (0.247 to 0.856) |    0.611 | 0.750 |  0.500 | 0.500 | 0.750 |  0.500 | 0.500 | 0.175 |    12.3 |      1.9 M |

                95% confidence interval of the true value""");
    }

    @Test
    void severalSeedsAreAveragedInOrderOfFirstAppearance() {
        Report report = Report.of(NOTHING.of("ce", 1, Answers.of("bbbbffbb"), 10, 999)
                .of("bkd", 1, Answers.of("bbbbffss"), 20, 1000)
                .of("ce", 2, Answers.of("bbbbffss"), 11, 999)
                .of("bkd", 2, Answers.of("bbbbffss"), 40, 1000));

        assertThat(report.table())
                .contains("| ce     |    0.875 |  0.833 (", "|    10.5 |        999 |")
                .contains("| bkd    |    1.000 |  1.000 (0.612 to 1.000) |", "|    30.0 |      1.0 k |")
                .endsWith("\n\nmeans of 2 seeds; 95% confidence interval of the true value");
    }

    @Test
    void seedsThatAreNotOfAllSystemsAreCounted() {
        Report report = Report.of(TEACHER.of("bkd", 1, Answers.of("bbbbffss"), 1, 1)
                .of("bkd", 2, Answers.of("bbbbffss"), 1, 1)
                .of("bkd", 3, Answers.of("bbbbffss"), 1, 1));

        assertThat(report.table()).contains("\n\nmeans of 3 seeds (teacher: 1); 95% confidence interval");
    }

    @Test
    void aGroupThatDoesNotOccurIsLeftOut() {
        Evaluation<String> evaluation = Evaluation.on(Answers.TEST.rows(new int[] {0, 1}), Answers.TRAINING)
                .of("teacher", Answers.of("bf"));

        assertThat(Report.of(evaluation).table().lines().findFirst())
                .hasValue("| system  | accuracy | balanced accuracy (95%) | macro-F1 |  many |  head |   ECE |");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "999, 999",
        "1000, 1.0 k",
        "999949, 999.9 k",
        "999950, 1.0 M",
        "22600000, 22.6 M",
        "1500000000, 1.5 G",
        "7000000000000, 7000.0 G"
    })
    void parametersAreCountedInThousands(long parameters, String counted) {
        assertThat(Report.of(NOTHING.of("bkd", 1, Answers.of("bbbbffss"), 1, parameters))
                        .table())
                .contains(" " + counted + " |\n");
    }

    @Test
    void everyFigureOfOneSystemHasItsInterval() {
        assertThat(Report.of(TWO).figures("bkd")).isEqualTo("""
                | figure            |   bkd |   95% interval |
                | ----------------- | ----: | -------------: |
                | accuracy          | 0.625 | 0.250 to 0.878 |
                | balanced accuracy | 0.583 | 0.247 to 0.856 |
                | macro-F1          | 0.611 | 0.182 to 0.889 |
                | micro-F1          | 0.625 | 0.250 to 0.878 |
                | G-mean            | 0.572 | 0.000 to 0.911 |
                | top-5 accuracy    | 1.000 |                |
                | many              | 0.750 | 0.282 to 0.958 |
                | medium            | 0.500 | 0.086 to 0.914 |
                | few               | 0.500 | 0.086 to 0.914 |
                | head              | 0.750 | 0.282 to 0.958 |
                | middle            | 0.500 | 0.086 to 0.914 |
                | tail              | 0.500 | 0.086 to 0.914 |
                | ECE               | 0.175 |                |
                | AURC              | 0.375 |                |
                | train s           |  12.3 |                |
                | parameters        | 1.9 M |                |

                95% confidence interval of the true value""");
    }

    @Test
    void differencesOfSingleModelsWithTheirTests() {
        assertThat(Report.of(TWO).against("bkd")).isEqualTo("""
                | bkd against |          balanced accuracy |     p |                       head |                       tail |                   accuracy |
                | ----------- | -------------------------: | ----: | -------------------------: | -------------------------: | -------------------------: |
                | teacher     | -0.250 (-0.615 to +0.115)  | 0.180 | -0.250 (-0.740 to +0.240)  | +0.000 (+0.000 to +0.000)  | -0.250 (-0.550 to +0.050)  |

                difference of the means over the seeds (95% interval); p of balanced accuracy; * beyond chance: p < 0.05 by a paired test over the test instances, Holm-corrected over the rows""");
    }

    @Test
    void aStarStandsOnlyWhereTheDifferenceIsBeyondChance() {
        Report report = Report.of(NOTHING.of("ce", 1, Answers.of("ffffbbbb"), 1, 1)
                .of("kd", 1, Answers.of("bbbbffsb"), 1, 1)
                .of("bkd", 1, Answers.of("bbbbffss"), 1, 1));

        assertThat(report.against("bkd").lines().filter(line -> line.startsWith("| ce")))
                .singleElement()
                .asString()
                .contains("| +1.000 (", ")* | 0.001 |");
        assertThat(report.against("bkd", List.of("kd")))
                .contains("| kd          |")
                .doesNotContain("| ce", ")*");
    }

    @Test
    void figuresHaveAPointInEveryLocale() {
        String table = Report.of(TWO).table();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Report.of(TWO).table()).isEqualTo(table).contains("0.833", "12.3", "1.9 M");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aBarInANameDoesNotEndTheCell() {
        assertThat(Report.of(NOTHING.of("a|b", Answers.of("bbbbffss"))).table()).contains("\n| a\\|b   |");
    }

    @Test
    void jsonHasTheKeysOfTheCommandFirst() throws IOException {
        Path file = folder.resolve("new").resolve("results.json");
        Report.of(TWO).writeJson(file);

        JsonNode rows = new ObjectMapper().readTree(file.toFile());
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1))
                .hasToString("{\"system\":\"bkd\",\"seed\":7,\"accuracy\":0.625,"
                        + "\"balancedAccuracy\":0.5833333333333334,\"macroF1\":0.611111111111111,"
                        + "\"many\":0.75,\"medium\":0.5,\"few\":0.5,\"head\":0.75,\"middle\":0.5,\"tail\":0.5,"
                        + "\"ece\":0.17500000091423396,\"trainSeconds\":12.34,\"parameters\":1900000,"
                        + "\"balancedAccuracyLow\":0.24729832931672852,\"balancedAccuracyHigh\":0.8564383794511001,"
                        + "\"microF1\":0.625,\"gMean\":0.5723571212766659,\"top5\":1.0,\"aurc\":0.375}");
        assertThat(rows.get(0).get("seed").isNull()).isTrue();
        assertThat(rows.get(0).get("trainSeconds").isNull()).isTrue();
    }

    @Test
    void differencesOfEveryFigureAreInFiles() throws IOException {
        Path json = folder.resolve("differences.json");
        Path csv = folder.resolve("differences.csv");
        Evaluation<String> two = TEACHER.of("student", Answers.of("bbbbffsb"));
        Report.of(two).writeDifferencesJson(json, "student", List.of("teacher"));
        Report.of(two).writeDifferencesCsv(csv, "student", List.of("teacher"));

        JsonNode rows = new ObjectMapper().readTree(json.toFile());
        assertThat(rows.findValuesAsText("metric"))
                .containsExactly("balancedAccuracy", "many", "medium", "few", "head", "middle", "tail", "accuracy");
        Comparison comparison = two.against("student").get(0);
        Difference balanced = comparison.balancedAccuracy();
        JsonNode first = rows.get(0);
        assertThat(first.get("system").textValue()).isEqualTo("student");
        assertThat(first.get("against").textValue()).isEqualTo("teacher");
        assertThat(first.get("difference").doubleValue())
                .isEqualTo(balanced.interval().estimate());
        assertThat(first.get("low").doubleValue()).isEqualTo(balanced.interval().low());
        assertThat(first.get("high").doubleValue())
                .isEqualTo(balanced.interval().high());
        assertThat(first.get("p").doubleValue()).isEqualTo(balanced.rawPValue());
        assertThat(first.get("adjustedP").doubleValue()).isEqualTo(balanced.pValue());
        assertThat(csv)
                .content()
                .startsWith("system,against,metric,difference,low,high,p,adjustedP\nstudent,teacher,balancedAccuracy,");
        assertThat(Files.readAllLines(csv)).hasSize(9);
    }

    @Test
    void csvHasTheKeysOfTheJson() throws IOException {
        Path file = folder.resolve("results.csv");
        Report.of(TEACHER.of("a, \"b\"", 7, Answers.of("bbbbffss"), 12.34, 5)).writeCsv(file);

        assertThat(file).hasContent("""
                system,seed,accuracy,balancedAccuracy,macroF1,many,medium,few,head,middle,tail,ece,trainSeconds,parameters,balancedAccuracyLow,balancedAccuracyHigh,microF1,gMean,top5,aurc
                teacher,,1.0,1.0,1.0,1.0,1.0,1.0,1.0,1.0,1.0,0.19999999908576604,,,0.6123413085207532,1.0,1.0,1.0,1.0,0.0
                "a, ""b\""",7,1.0,1.0,1.0,1.0,1.0,1.0,1.0,1.0,1.0,0.19999999908576604,12.34,5,0.6123413085207532,1.0,1.0,1.0,1.0,0.0
                """);
    }

    @Test
    void jsonReplacesAFileAndLeavesNothingBesideIt() throws IOException {
        Path file = Files.writeString(folder.resolve("results.json"), "of yesterday");
        Report.of(TEACHER).writeJson(file);

        assertThat(new ObjectMapper().readTree(file.toFile())).hasSize(1);
        assertThat(folder)
                .isDirectoryContaining(file::equals)
                .satisfies(one -> assertThat(one.toFile().list()).hasSize(1));
    }

    @Test
    void jsonWhereNoFileCanBeIsAnUncheckedException() throws IOException {
        Path file = Files.writeString(folder.resolve("results.json"), "a file, not a folder");

        assertThatThrownBy(() -> Report.of(TEACHER).writeJson(file.resolve("below")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file.resolve("below") + ": " + file + " is not a folder");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Report.of(NOTHING))
                .withMessage("report must have at least one result but had none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Report.of(TWO).against("kd"))
                .withMessage("system must be one of [teacher, bkd] but was kd");
    }
}
