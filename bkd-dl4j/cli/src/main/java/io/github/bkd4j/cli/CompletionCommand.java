package io.github.bkd4j.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Prints a completion script for a shell. */
@Command(
        name = "completion",
        description = {"Print a script for shell completion.", ""},
        footerHeading = "%nExamples%n",
        footer = {
            "  source <(bkd completion bash)",
            "  bkd completion bash > ~/.local/share/bash-completion/completions/bkd",
            "  echo 'source <(bkd completion zsh)' >> ~/.zshrc",
            Manual.EXIT
        })
final class CompletionCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SHELL", converter = Shell.class, description = "bash or zsh.")
    private String shell = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println("# bkd for " + shell);
        spec.commandLine().getOut().println(AutoComplete.bash("bkd", Bkd.commandLine())); // zsh can read it too
        return 0;
    }

    /** Accepts the names of the supported shells. */
    static final class Shell implements ITypeConverter<String> {

        @Override
        public String convert(String value) {
            if (!value.equals("bash") && !value.equals("zsh")) {
                throw new TypeConversionException("must be bash or zsh but was '" + value + "'");
            }
            return value;
        }
    }
}
