package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The help of every command says what a manual page would. */
class ManualTest {

    private static final List<Class<?>> NUMBERS =
            List.of(int.class, long.class, double.class, Integer.class, Long.class, Double.class);

    static Collection<String> commands() {
        return Bkd.commandLine().getSubcommands().keySet();
    }

    private static CommandSpec spec(String command) {
        return Objects.requireNonNull(Bkd.commandLine().getSubcommands().get(command))
                .getCommandSpec();
    }

    private static String help(String command) {
        Run run = Run.of(command, "--help").done();
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    private static Stream<OptionSpec> options(String command) {
        return spec(command).options().stream().filter(option -> !option.usageHelp() && !option.versionHelp());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void hasTheSectionsOfAManualPageAndFitsTheTerminal(String command) {
        String help = help(command);
        assertThat(help)
                .startsWith("Usage: bkd " + command + " ")
                .containsSubsequence("  -h, --help ", "\nExamples\n", "\nExit status\n  0 done, 2 wrong input");
        assertThat(help.contains("\nFiles\n"))
                .isEqualTo(help.contains("DATA "))
                .isEqualTo(help.contains(".jsonl (columns"));
        assertThat(help.lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyNumberHasItsRange(String command) {
        options(command)
                .filter(option -> NUMBERS.contains(option.type()))
                .forEach(option -> assertThat(text(option))
                        .as(option.longestName())
                        .containsPattern("(>=? ?\\d|in \\[|[Aa]ny (whole )?number)"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyOptionThatMayBeLeftOutHasADefaultOrDoesNothingWithoutIt(String command) {
        options(command)
                .filter(option -> !option.required() && option.arity().max() > 0)
                .filter(option -> option.initialValue() != null)
                .forEach(option ->
                        assertThat(text(option)).as(option.longestName()).contains("efault"));
    }

    private static String text(OptionSpec option) {
        return String.join(" ", option.description());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itsExamplesAreCommandLines(String command) {
        String help = help(command);
        List<String> examples = help.substring(help.indexOf("\nExamples\n"), help.indexOf("\nExit status\n"))
                .lines()
                .filter(line -> line.contains("bkd "))
                .toList();
        assertThat(examples).isNotEmpty().anyMatch(line -> line.contains("bkd " + command));
        for (String example : examples) {
            String[] words = example.replaceFirst(".*?\\bbkd ", "")
                    .replaceAll("[')>].*", "")
                    .strip()
                    .split(" +");
            CommandLine line = Bkd.commandLine();
            assertThat(line.parseArgs(words).hasSubcommand())
                    .as(Arrays.toString(words))
                    .isTrue();
        }
    }
}
