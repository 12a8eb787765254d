package io.github.bkd4j.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns command line errors into one sentence that ends with the help command to run. */
final class UsageError {

    static final String NO_COMMAND = "a command is missing; try 'bkd quickstart' or 'bkd --help'";

    private UsageError() {}

    static String sentence(ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        return rule(e) + "; try '" + command + " --help'";
    }

    /** The option at fault, with its dashes, if there is one. */
    static Optional<String> option(ParameterException e) {
        return e.getArgSpec() instanceof OptionSpec option ? Optional.of(option.longestName()) : Optional.empty();
    }

    private static String rule(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched);
        }
        if (e.getCause() instanceof TypeConversionException wrong) {
            ArgSpec about = e.getArgSpec();
            return (about instanceof OptionSpec option ? option.longestName() : about.paramLabel()) + " "
                    + wrong.getMessage();
        }
        String message = String.valueOf(e.getMessage());
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static String unknown(UnmatchedArgumentException e) {
        String first = e.getUnmatched().get(0);
        Set<String> options = e.getCommandLine().getCommandSpec().optionsMap().keySet();
        String name = first.split("=", 2)[0];
        if (options.contains(name)) {
            return "option '" + name + "' must stand before '--' but stood behind it";
        }
        boolean isOption = e.isUnknownOption();
        Set<String> known =
                isOption ? options : e.getCommandLine().getSubcommands().keySet();
        return "unknown " + (isOption ? "option" : "argument") + " '" + first + "'" + Suggestion.of(name, known);
    }
}
