package io.github.bkd4j.cli;

import java.util.List;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ParseResult.GroupMatch;

/** Refuses options of a group that are given twice: picocli would start the group again and drop its other options. */
final class RepeatedOptions {

    private RepeatedOptions() {}

    static void refuse(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        for (ArgGroupSpec group : last.commandSpec().argGroups()) {
            List<GroupMatch> matches = last.findMatches(group).stream()
                    .flatMap(container -> container.matches().stream())
                    .toList();
            if (matches.size() > 1) {
                throw new ParameterException(
                        last.commandSpec().commandLine(), name(matches, group) + " should be specified only once");
            }
        }
    }

    private static String name(List<GroupMatch> matches, ArgGroupSpec group) {
        return group.options().stream()
                .filter(option -> matches.stream()
                        .allMatch(match -> match.matchedValues(option).size() > 0))
                .findFirst()
                .map(option -> "option '" + option.longestName() + "' (" + option.paramLabel() + ")")
                .orElse("an option");
    }
}
