package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.model.ModelException;
import io.github.bkd4j.train.DivergedException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * The command and its way out: exit 0 when done, 2 when the user's input is wrong (one line on stderr), 1 when the
 * fault is ours. Results go to stdout, progress to stderr.
 */
@Command(
        name = "bkd",
        description = "Balanced knowledge distillation of text classifiers on long-tailed data.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            QuickstartCommand.class,
            InspectCommand.class,
            DistillCommand.class,
            EvaluateCommand.class,
            ClassifyCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "DATA is a .tsv (label<TAB>text), .csv or .jsonl (columns or fields label and text) file, each also .gz,",
            "or a folder with one sub-folder of .txt files a class.",
            "Exit status: 0 done; 2 the input is wrong, one line says what; 1 a fault of bkd."
        })
public final class Bkd {

    private static final int INPUT_IS_WRONG = 2;
    private static final int OUR_FAULT = 1;

    private Bkd() {}

    /**
     * Runs the command and ends the JVM with its exit status.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        int status = run(
                new PrintWriter(out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args);
        System.exit(status);
    }

    /** Runs the command; what the user asked for goes to {@code out}, everything else to {@code err}. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine command = new CommandLine(new Bkd())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, unparsed) -> usage(err, e))
                .setExecutionExceptionHandler((e, line, parsed) -> failure(err, e));
        int status = args.length == 0 ? usage(err) : command.execute(args);
        out.flush();
        err.flush();
        return status;
    }

    private static int usage(PrintWriter err) {
        err.println("bkd: a command is missing; try 'bkd quickstart' or 'bkd --help'");
        return INPUT_IS_WRONG;
    }

    private static int usage(PrintWriter err, ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        err.println("bkd: " + oneLine(e.getMessage()) + "; try '" + command + " --help'");
        return INPUT_IS_WRONG;
    }

    private static int failure(PrintWriter err, Exception e) {
        if (e instanceof InputException
                || e instanceof CorpusException
                || e instanceof ModelException
                || e instanceof DivergedException
                || e instanceof UncheckedIOException) {
            err.println("bkd: " + oneLine(e.getMessage()));
            return INPUT_IS_WRONG;
        }
        err.println("bkd: this is a fault of bkd, not of your input; please report it with what follows");
        e.printStackTrace(err);
        return OUR_FAULT;
    }

    private static String oneLine(@Nullable String message) {
        return String.valueOf(message).replaceAll("\\s*\\R\\s*", " ");
    }
}
