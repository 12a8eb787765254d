package io.github.bkd4j.cli;

import io.github.bkd4j.backend.BackendChoice;
import io.github.bkd4j.backend.BackendException;
import io.github.bkd4j.io.BkdException;
import io.github.bkd4j.io.Threads;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command. Exit status 0: success; 2: invalid input, with one line on stderr; 1: a bug in bkd. Results go to
 * stdout, progress to stderr.
 */
@Command(
        name = "bkd",
        description = {
            "Trains small, fast text classifiers that still recognise rare classes, by balanced "
                    + "knowledge distillation: a large network, the teacher, is trained on the labels first; a "
                    + "small one, the student, is trained on the labels and on the predictions of the teacher, "
                    + "with more weight on rare classes.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands (each has its own --help):%n",
        footerHeading = "%nExamples%n",
        footer = {
            "  bkd quickstart",
            "  bkd distill --train tickets.tsv --test held-out.tsv --out tickets.bkd",
            Manual.DATA,
            Manual.EXIT
        })
public final class Bkd {

    private static final List<Class<?>> COMMANDS = List.of(
            QuickstartCommand.class,
            InspectCommand.class,
            SplitCommand.class,
            DistillCommand.class,
            TeachCommand.class,
            CompareCommand.class,
            TuneCommand.class,
            EvaluateCommand.class,
            CalibrateCommand.class,
            ClassifyCommand.class,
            ServeCommand.class,
            CompletionCommand.class);

    private static final int OUR_FAULT = 1;
    private static final int INPUT_IS_WRONG = 2;
    private static final int OUTPUT_IS_CLOSED = 141; // as for a program killed by SIGPIPE

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private @Nullable BackendChoice backend;

    private Bkd() {}

    /** Set by picocli before a command runs. */
    @Option(
            names = "--threads",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description =
                    "Threads that share the work of a step, >= 1; the results are the same with any number. Default: "
                            + "the number of processors.")
    void threads(int count) {
        if (count < 1) {
            throw refusal("--threads", "--threads must be >= 1 but was " + count);
        }
        Threads.use(count);
    }

    /** Set by picocli before a command runs. */
    @Option(
            names = "--backend",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Backend: cpu, cuda, or auto for cuda where it works. Default: the environment variable "
                    + "BKD_BACKEND, or else the one that ND4J selects.")
    void backend(String name) {
        try {
            backend = BackendChoice.of(name);
        } catch (IllegalArgumentException e) {
            throw refusal("--backend", "--" + e.getMessage());
        }
    }

    private ParameterException refusal(String option, String sentence) {
        return new ParameterException(spec.commandLine(), sentence, spec.findOption(option), "");
    }

    /**
     * Runs the command and ends the JVM with its exit status.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        KeptFailure stdout = new KeptFailure(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = new PrintWriter(stdout, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = run(out, err, args);
        System.exit(out.checkError() ? unwritten(stdout, err) : status);
    }

    /** A reader that has left is told nothing; anything else, such as a full disk, is said. */
    private static int unwritten(KeptFailure stdout, PrintWriter err) {
        return stdout.isBrokenPipe() ? OUTPUT_IS_CLOSED : refuse(err, "cannot write to stdout: " + stdout.reason());
    }

    /** Runs the command; results go to {@code out}, everything else to {@code err}. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        int status = args.length == 0 ? refuse(err, UsageError.NO_COMMAND) : planned(out, err, args);
        out.flush();
        return status;
    }

    private static int planned(PrintWriter out, PrintWriter err, String... args) {
        try {
            return execute(out, err, PlannedLine.of(err, args));
        } catch (InputException | UncheckedIOException e) {
            return refuse(err, String.valueOf(e.getMessage()));
        }
    }

    private static int execute(PrintWriter out, PrintWriter err, PlannedLine line) {
        Bkd bkd = new Bkd();
        return commandLine(bkd, commands(line.words().get(0)))
                .setOut(out)
                .setErr(err)
                .setExecutionStrategy(parsed -> bkd.onBackend(parsed, line, err))
                .setParameterExceptionHandler(
                        (e, unparsed) -> refuse(err, line.located(UsageError.sentence(e), UsageError.option(e))))
                .setExecutionExceptionHandler((e, command, parsed) -> failure(err, line, e))
                .execute(line.words().toArray(String[]::new));
    }

    /** All commands and their options. */
    static CommandLine commandLine() {
        return commandLine(new Bkd(), COMMANDS);
    }

    private static CommandLine commandLine(Bkd bkd, List<Class<?>> commands) {
        CommandLine command = new CommandLine(bkd);
        commands.forEach(command::addSubcommand);
        Numbers.register(command);
        command.getSubcommands().values().forEach(one -> one.setResourceBundle(new Texts()));
        return command;
    }

    /** The command of a name alone, for reading the options of all takes half a second; all if there is none. */
    private static List<Class<?>> commands(String name) {
        List<Class<?>> named = COMMANDS.stream()
                .filter(command -> Objects.requireNonNull(command.getAnnotation(Command.class))
                        .name()
                        .equals(name))
                .toList();
        return named.isEmpty() ? COMMANDS : named;
    }

    private int onBackend(ParseResult parsed, PlannedLine line, PrintWriter err) {
        RepeatedOptions.refuse(parsed);
        Optional<InputException> overwriting = Overwriting.refusal(parsed);
        if (overwriting.isPresent()) {
            return failure(err, line, overwriting.get());
        }
        try {
            BackendLine.say(backend, err);
        } catch (BackendException | IllegalArgumentException e) {
            return refuse(err, String.valueOf(e.getMessage()));
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int failure(PrintWriter err, PlannedLine line, Exception e) {
        if (isAboutInput(e)) {
            return refuse(
                    err,
                    line.located(
                            String.valueOf(e.getMessage()),
                            e instanceof InputException wrong ? wrong.option() : Optional.empty()));
        }
        err.println("bkd: this is a bug in bkd, not in your input; please report it with the stack trace below");
        e.printStackTrace(err);
        return OUR_FAULT;
    }

    private static boolean isAboutInput(Exception e) {
        return e instanceof BkdException || e instanceof UncheckedIOException;
    }

    /** Prints one line without control characters: names in it may come from untrusted files. */
    private static int refuse(PrintWriter err, String sentence) {
        err.println("bkd: " + oneLine(sentence));
        return INPUT_IS_WRONG;
    }

    static String oneLine(String sentence) {
        return sentence.replaceAll("\\s*[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+\\s*", " ");
    }
}
