package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.loss.Objective;
import io.github.bkd4j.loss.Objectives;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.train.Schedule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a teacher, then a student, and writes the student. */
@Command(
        name = "distill",
        description = "Train a teacher on a corpus, distil it into a student, and write the student.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DistillCommand implements Callable<Integer> {

    @Option(names = "--train", required = true, paramLabel = "DATA", description = "The training set.")
    private Path train = Path.of("");

    @Option(names = "--valid", paramLabel = "DATA", description = "A validation set, for --patience.")
    private @Nullable Path valid;

    @Option(names = "--test", paramLabel = "DATA", description = "A test set: teacher and student are scored on it.")
    private @Nullable Path test;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "MODEL",
            description = "Where to write the student, NAME.bkd.")
    private Path out = Path.of("");

    @Option(
            names = "--teacher",
            paramLabel = "NAME",
            converter = TextNetwork.Converter.class,
            description = "bag (the default) or text-cnn.")
    private TextNetwork teacher = TextNetwork.BAG;

    @Option(
            names = "--student",
            paramLabel = "NAME",
            converter = TextNetwork.Converter.class,
            description = "bag (the default) or text-cnn.")
    private TextNetwork student = TextNetwork.BAG;

    @Mixin
    private LossOptions loss = new LossOptions();

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description =
                    "Passes over the training set, for the teacher and the student each; default ${DEFAULT-VALUE}.")
    private int epochs = 20;

    @Option(names = "--batch-size", paramLabel = "N", description = "Texts a step; default ${DEFAULT-VALUE}.")
    private int batchSize = 64;

    @Option(
            names = "--learning-rate",
            paramLabel = "R",
            description = "Step size of Adam at the start; default 0.005 for bag, 0.001 for text-cnn.")
    private @Nullable Double learningRate;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "Stop after N epochs without a better balanced accuracy on --valid; default: never.")
    private int patience = 0;

    @Option(names = "--seed", paramLabel = "S", description = "Where randomness comes from; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Objective objective = loss.objective();
        Schedule teaching = schedule(teacher.teacher());
        Schedule studying = schedule(student.student());
        Splits<String> splits = splits();
        Training taught = objective.needsTeacher()
                ? run("teacher", teacher.teacher(), Objectives.crossEntropy(), teaching, null, splits)
                : null;
        Teacher<String> guide = taught == null ? null : Teacher.of(teacher.name(), taught.classifier());
        Training studied = run("student", student.student(), objective, studying, guide, splits);
        studied.classifier().save(out);
        spec.commandLine().getErr().println("wrote " + out);
        report(splits, taught, studied);
        return 0;
    }

    private Schedule schedule(Architecture<String> network) {
        if (patience > 0 && valid == null) {
            throw new InputException("--patience " + patience + " must come with --valid but did not");
        }
        return InputException.checked(() -> Schedule.of(epochs)
                .withBatchSize(batchSize)
                .withPatience(patience)
                .withLearningRate(learningRate == null ? network.learningRate() : learningRate));
    }

    private Splits<String> splits() {
        Corpus<String> training = Corpus.read(train);
        training.requireAtLeastTwoClasses(train.toString());
        Corpus<String> none = training.rows(new int[0]);
        return Splits.of(training, valid == null ? none : Corpus.read(valid), test == null ? none : Corpus.read(test));
    }

    private Training run(
            String task,
            Architecture<String> network,
            Objective objective,
            Schedule schedule,
            @Nullable Teacher<String> guide,
            Splits<String> splits) {
        PrintWriter err = spec.commandLine().getErr();
        return Training.run(task, network, objective, schedule, seed, guide, splits, err);
    }

    private void report(Splits<String> splits, @Nullable Training taught, Training studied) {
        if (test == null) {
            return;
        }
        Evaluation<String> evaluation =
                Evaluation.on(splits.test(), splits.train().counts());
        if (taught != null) {
            evaluation = taught.scored("teacher", seed, evaluation);
        }
        Report report = Report.of(studied.scored("student", seed, evaluation));
        spec.commandLine().getOut().println(report.table());
    }
}
