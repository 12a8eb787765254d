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
 * A command line with the settings of its plan file behind it, as if they had been typed; what was typed wins. So there
 * is one way to read a setting and one way to refuse it.
 *
 * @param words the line
 * @param places file and line of each setting that a plan gave, by its option
 */
record PlannedLine(List<String> words, Map<String, String> places) {

    static final String OPTION = "--plan";

    private static final Set<String> NEVER = Set.of("plan", "help", "version");

    /** The line as it is, or with its plan; says on {@code err} what of the plan is not taken. */
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
                say(err, setting, "is not for bkd " + typed.commandSpec().name() + ", passed over");
            } else if (typed.hasMatchedOption(option)) {
                say(err, setting, setting.value() + " gives way to the command line");
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

    /** What was typed behind the last command; null where that shows too little to be understood. */
    private static @Nullable ParseResult glance(CommandLine command, String... words) {
        collectErrors(command);
        try {
            ParseResult result = command.parseArgs(words);
            while (result.hasSubcommand()) {
                result = result.subcommand();
            }
            return result.isUsageHelpRequested() ? null : result;
        } catch (ParameterException e) {
            return null; // said when the line is read in earnest
        }
    }

    private static void collectErrors(CommandLine command) {
        command.getCommandSpec().parser().collectErrors(true);
        command.getSubcommands().values().forEach(PlannedLine::collectErrors);
    }

    /** The option that a setting is for; null if that is another command's. */
    private static @Nullable OptionSpec option(CommandSpec command, Setting setting) {
        if (NEVER.contains(setting.name()) || readers(command).noneMatch(reader -> named(reader, setting) != null)) {
            throw new InputException(setting.place() + ": unknown setting '" + setting.name() + "'; try '"
                    + command.qualifiedName() + " --help'");
        }
        return named(command, setting);
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

    /** The value of an option, paths in it from the root. */
    static String absolute(String value, OptionSpec option) {
        return located(Path.of("").toAbsolutePath(), value, option);
    }

    /** The value of an option; a path in it begins at a folder. */
    private static String located(Path folder, String value, OptionSpec option) {
        return Arrays.stream(option.converters())
                .filter(PathValue.class::isInstance)
                .map(PathValue.class::cast)
                .findFirst()
                .map(paths -> paths.resolved(folder, value))
                .orElseGet(() ->
                        option.type() == Path.class ? folder.resolve(value).toString() : value);
    }

    /** A refusal, with file and line before it if the option that it is about stands in a plan. */
    String located(String refusal, Optional<String> option) {
        return option.map(name -> places.get(name))
                .map(place -> place + ": " + refusal)
                .orElse(refusal);
    }
}
