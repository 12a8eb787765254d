package io.github.bkd4j.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * A command line with the settings of its plan file appended as options; options on the command line take precedence.
 * So settings of both are parsed and checked by the same code.
 *
 * @param words the words of the command line
 * @param places file and line of each setting from the plan, by its option
 */
record PlannedLine(List<String> words, Map<String, String> places) {

    static final String OPTION = "--plan";

    private static final Set<String> NEVER = Set.of("plan", "help", "version");

    /** The command line, extended by its plan if it has one; reports ignored settings on {@code err}. */
    static PlannedLine of(PrintWriter err, String... words) {
        ParseResult typed = mayHavePlan(words) ? glance(Bkd.commandLine(), words) : null;
        Path file = typed == null ? null : typed.matchedOptionValue(OPTION, null);
        if (typed == null || file == null) {
            return new PlannedLine(List.of(words), Map.of());
        }
        List<String> planned = new ArrayList<>(List.of(words));
        Map<String, String> places = new HashMap<>();
        for (Setting setting : PlanReader.read(file)) {
            OptionSpec option = option(typed.commandSpec(), setting);
            if (option == null) {
                say(err, setting, "is not for bkd " + typed.commandSpec().name() + ", ignored");
            } else if (typed.hasMatchedOption(option)) {
                say(err, setting, setting.value() + " is overridden by the command line");
            } else {
                planned.addAll(words(file, setting, option));
                places.put(option.longestName(), setting.place());
            }
        }
        return new PlannedLine(List.copyOf(planned), Map.copyOf(places));
    }

    /** An argument that begins with @ is a file of arguments. */
    private static boolean mayHavePlan(String... words) {
        return Stream.of(words).anyMatch(word -> word.startsWith(OPTION) || word.startsWith("@"));
    }

    private static void say(PrintWriter err, Setting setting, String what) {
        err.println("bkd: " + setting.place() + ": " + setting.name() + " " + what);
    }

    /** A lenient parse of the last subcommand; null if it fails or asks for help. */
    private static @Nullable ParseResult glance(CommandLine command, String... words) {
        collectErrors(command);
        try {
            ParseResult result = command.parseArgs(words);
            while (result.hasSubcommand()) {
                result = result.subcommand();
            }
            return result.isUsageHelpRequested() ? null : result;
        } catch (ParameterException e) {
            return null; // reported when the line is parsed for execution
        }
    }

    private static void collectErrors(CommandLine command) {
        command.getCommandSpec().parser().collectErrors(true);
        command.getSubcommands().values().forEach(PlannedLine::collectErrors);
    }

    /** The option of a setting; null if only other commands have it. */
    private static @Nullable OptionSpec option(CommandSpec command, Setting setting) {
        if (NEVER.contains(setting.name()) || readers(command).noneMatch(reader -> named(reader, setting) != null)) {
            throw new InputException(setting.place() + ": unknown setting '" + setting.name() + "'"
                    + Suggestion.of(setting.name(), settings(command)) + "; try '" + command.qualifiedName()
                    + " --help'");
        }
        return named(command, setting);
    }

    /** The names that the settings of a command have. */
    private static List<String> settings(CommandSpec command) {
        return command.options().stream()
                .map(option -> option.longestName().replaceFirst("^-+", ""))
                .filter(name -> !NEVER.contains(name))
                .toList();
    }

    private static Stream<CommandSpec> readers(CommandSpec command) {
        return command.parent().subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(reader -> reader.findOption(OPTION) != null);
    }

    private static @Nullable OptionSpec named(CommandSpec command, Setting setting) {
        return command.findOption("--" + setting.name());
    }

    private static List<String> words(Path plan, Setting setting, OptionSpec option) {
        setting.require(!setting.isNull(), "have a value but had none");
        setting.require(!setting.isList() || option.isMultiValue(), "be one value but was a list");
        String word = "--" + setting.name();
        if (option.arity().max() > 0) {
            return List.of(word + "=" + located(plan, setting, option));
        }
        boolean on = setting.value().equals("true");
        setting.require(on || setting.value().equals("false"), "be true or false but was '" + setting.value() + "'");
        return on ? List.of(word) : List.of();
    }

    private static String located(Path plan, Setting setting, OptionSpec option) {
        try {
            return located(plan.resolveSibling(""), setting.value(), option);
        } catch (InvalidPathException e) {
            throw new InputException(setting.place() + ": " + setting.name() + " must be a path but was not");
        }
    }

    /** The value of an option, with absolute paths. */
    static String absolute(String value, OptionSpec option) {
        return located(Path.of("").toAbsolutePath(), value, option);
    }

    /** The value of an option, with paths resolved against a folder. */
    private static String located(Path folder, String value, OptionSpec option) {
        return Arrays.stream(option.converters())
                .filter(PathValue.class::isInstance)
                .map(PathValue.class::cast)
                .findFirst()
                .map(paths -> paths.resolved(folder, value))
                .orElseGet(() ->
                        option.type() == Path.class ? folder.resolve(value).toString() : value);
    }

    /** An error message, with file and line before it if its option comes from a plan. */
    String located(String refusal, Optional<String> option) {
        return option.map(name -> places.get(name))
                .map(place -> place + ": " + refusal)
                .orElse(refusal);
    }
}
