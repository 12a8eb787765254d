package io.github.bkd4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.balance.Group;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Result;
import io.github.bkd4j.evaluate.Scores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {

    private static final Map<Group, Double> GROUPS = Map.of(
            Group.MANY, 0.9, Group.MEDIUM, 0.8, Group.FEW, 0.25, Group.HEAD, 0.9, Group.MIDDLE, 0.8, Group.TAIL, 0.5);

    @TempDir
    Path folder;

    @Test
    void oneRunASystem() {
        Report report =
                Report.of(List.of(untrained("teacher", 0.9, GROUPS), run("bkd", 7, 0.8567, GROUPS, 12.34, 1_900_000)));

        assertThat(report.table()).isEqualTo("""
                | system  | accuracy | balanced accuracy | macro-F1 |  many | medium |   few |  head | middle |  tail |   ECE | train s | parameters |
                | ------- | -------: | ----------------: | -------: | ----: | -----: | ----: | ----: | -----: | ----: | ----: | ------: | ---------: |
                | teacher |    0.750 |             0.900 |    0.625 | 0.900 |  0.800 | 0.250 | 0.900 |  0.800 | 0.500 | 0.125 |       - |          - |
                | bkd     |    0.750 |             0.857 |    0.625 | 0.900 |  0.800 | 0.250 | 0.900 |  0.800 | 0.500 | 0.125 |    12.3 |      1.9 M |""");
    }

    @Test
    void severalSeedsAreAveragedInOrderOfFirstAppearance() {
        Report report = Report.of(List.of(
                run("ce", 1, 0.5, Map.of(), 10, 999),
                run("bkd", 1, 0.8, Map.of(), 20, 1000),
                run("ce", 2, 0.7, Map.of(), 11, 999),
                run("bkd", 2, 0.8, Map.of(), 40, 1000)));

        assertThat(report.table()).isEqualTo("""
                | system | accuracy | balanced accuracy | macro-F1 |   ECE | train s | parameters |
                | ------ | -------: | ----------------: | -------: | ----: | ------: | ---------: |
                | ce     |    0.750 |     0.600 ± 0.141 |    0.625 | 0.125 |    10.5 |        999 |
                | bkd    |    0.750 |     0.800 ± 0.000 |    0.625 | 0.125 |    30.0 |      1.0 k |

                mean of 2 seeds, ± standard deviation between seeds""");
    }

    @Test
    void aSystemWithOneRunHasNoStandardDeviation() {
        Report report = Report.of(List.of(
                untrained("teacher", 0.9, Map.of()),
                run("bkd", 1, 0.7, Map.of(), 1, 1),
                run("bkd", 2, 0.8, Map.of(), 1, 1),
                run("bkd", 3, 0.9, Map.of(), 1, 1)));

        assertThat(report.table())
                .contains("|             0.900 |", "|     0.800 ± 0.100 |")
                .endsWith("mean of 1 to 3 seeds, ± standard deviation between seeds");
    }

    @Test
    void aGroupThatNoSystemHasIsLeftOut() {
        Report report = Report.of(List.of(
                untrained("one", 0.9, Map.of(Group.MANY, 0.9)), untrained("other", 0.8, Map.of(Group.TAIL, 0.5))));

        assertThat(report.table()).isEqualTo("""
                | system | accuracy | balanced accuracy | macro-F1 |  many |  tail |   ECE |
                | ------ | -------: | ----------------: | -------: | ----: | ----: | ----: |
                | one    |    0.750 |             0.900 |    0.625 | 0.900 |     - | 0.125 |
                | other  |    0.750 |             0.800 |    0.625 |     - | 0.500 | 0.125 |""");
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
        assertThat(Report.of(List.of(run("bkd", 1, 0.8, Map.of(), 1, parameters)))
                        .table())
                .endsWith(" " + counted + " |");
    }

    @Test
    void figuresHaveAPointInEveryLocale() {
        Report report = Report.of(List.of(run("bkd", 1, 0.8, GROUPS, 12.3, 1_900_000)));
        String table = report.table();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(report.table()).isEqualTo(table).contains("0.800", "12.3", "1.9 M");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aBarInANameDoesNotEndTheCell() {
        assertThat(Report.of(List.of(untrained("a|b", 0.8, Map.of()))).table()).contains("\n| a\\|b   |");
    }

    @Test
    void jsonHasTheKeysOfTheCommand() throws IOException {
        Path file = folder.resolve("new").resolve("results.json");
        Report.of(List.of(
                        untrained("teacher", 0.9, Map.of(Group.MANY, 0.9)),
                        run("bkd", 7, 0.8567, GROUPS, 12.34, 1_900_000)))
                .writeJson(file);

        assertThat(file).hasContent("""
                [ {
                  "system" : "teacher",
                  "seed" : null,
                  "accuracy" : 0.75,
                  "balancedAccuracy" : 0.9,
                  "macroF1" : 0.625,
                  "many" : 0.9,
                  "medium" : null,
                  "few" : null,
                  "head" : null,
                  "middle" : null,
                  "tail" : null,
                  "ece" : 0.125,
                  "trainSeconds" : null,
                  "parameters" : null
                }, {
                  "system" : "bkd",
                  "seed" : 7,
                  "accuracy" : 0.75,
                  "balancedAccuracy" : 0.8567,
                  "macroF1" : 0.625,
                  "many" : 0.9,
                  "medium" : 0.8,
                  "few" : 0.25,
                  "head" : 0.9,
                  "middle" : 0.8,
                  "tail" : 0.5,
                  "ece" : 0.125,
                  "trainSeconds" : 12.34,
                  "parameters" : 1900000
                } ]
                """);
    }

    @Test
    void jsonReplacesAFileAndLeavesNothingBesideIt() throws IOException {
        Path file = Files.writeString(folder.resolve("results.json"), "of yesterday");
        Report.of(List.of(untrained("teacher", 0.9, GROUPS))).writeJson(file);

        assertThat(new ObjectMapper().readTree(file.toFile())).hasSize(1);
        assertThat(folder)
                .isDirectoryContaining(file::equals)
                .satisfies(one -> assertThat(one.toFile().list()).hasSize(1));
    }

    @Test
    void jsonWhereNoFileCanBeIsAnUncheckedException() throws IOException {
        Path file = Files.writeString(folder.resolve("results.json"), "a file, not a folder");

        assertThatThrownBy(() ->
                        Report.of(List.of(untrained("teacher", 0.9, GROUPS))).writeJson(file.resolve("below")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file.resolve("below") + ": " + file + " is not a folder");
    }

    @Test
    void anEvaluationIsReportedByItsResults() {
        Corpus<String> test = Corpus.of(List.of(new Labeled<>("text", "a")));
        Evaluation<String> evaluation = Evaluation.on(test, new ClassCounts(List.of("a"), List.of(30L)))
                .of("teacher", corpus -> new Logits(List.of("a"), new float[][] {{0}}));

        assertThat(Report.of(evaluation).table()).isEqualTo("""
                | system  | accuracy | balanced accuracy | macro-F1 | medium |  head |   ECE |
                | ------- | -------: | ----------------: | -------: | -----: | ----: | ----: |
                | teacher |    1.000 |             1.000 |    1.000 |  1.000 | 1.000 | 0.000 |""");
    }

    @Test
    void noResultIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Report.of(List.of()))
                .withMessage("report must have at least one result but had none");
    }

    private static Result untrained(String system, double balancedAccuracy, Map<Group, Double> groups) {
        return new Result(
                system,
                OptionalLong.empty(),
                scores(balancedAccuracy, groups),
                OptionalDouble.empty(),
                OptionalLong.empty());
    }

    private static Result run(
            String system,
            long seed,
            double balancedAccuracy,
            Map<Group, Double> groups,
            double trainSeconds,
            long parameters) {
        return new Result(
                system,
                OptionalLong.of(seed),
                scores(balancedAccuracy, groups),
                OptionalDouble.of(trainSeconds),
                OptionalLong.of(parameters));
    }

    private static Scores scores(double balancedAccuracy, Map<Group, Double> groups) {
        return new Scores(0.75, balancedAccuracy, 0.625, groups, 0.125, new TreeMap<>());
    }
}
